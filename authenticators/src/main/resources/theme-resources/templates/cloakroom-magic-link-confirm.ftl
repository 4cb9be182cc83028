<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#assign heading=msg("cloakroomLinkConfirmTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <form id="cloakroom-link-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="passkeys" value="">
      <p class="cloakroom-lead"><#if cloakroomInvited>${msg("cloakroomLinkInvited")}<#else>${cloakroomElsewhere?then(msg("cloakroomLinkElsewhere"), msg("cloakroomLinkHere"))}</#if></p>
      <dl class="cloakroom-facts">
        <#if cloakroomAddress?has_content><div><dt>${msg("cloakroomLinkAccount")}</dt><dd dir="ltr">${cloakroomAddress}</dd></div></#if>
        <#if client?? && (client.name!client.clientId)?has_content><div><dt>${msg("cloakroomLinkApp")}</dt><dd>${advancedMsg(client.name!client.clientId)}</dd></div></#if>
        <div><dt>${msg("cloakroomLinkService")}</dt><dd>${(realm.displayName)!realm.name}</dd></div>
        <div><dt>${cloakroomInvited?then(msg("cloakroomLinkMade"), msg("cloakroomLinkAsked"))}</dt><dd><@words.moment at=cloakroomAskedAt/></dd></div>
        <#if cloakroomBrowser?has_content><div><dt>${msg("cloakroomLinkBrowser")}</dt><dd>${cloakroomBrowser}</dd></div></#if>
      </dl>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-confirm" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="confirm" value="confirm">${cloakroomElsewhere?then(msg("cloakroomLinkConfirmElsewhere"), msg("cloakroomLinkConfirm"))}</button>
        </div>
      </div>
      <p class="cloakroom-hint">${cloakroomInvited?then(msg("cloakroomLinkUnexpected"), msg("cloakroomLinkNotYou"))}</p>
    </form>
  </#if>
</@layout.registrationLayout>
