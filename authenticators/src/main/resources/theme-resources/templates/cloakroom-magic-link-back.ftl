<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#assign heading=msg("cloakroomLinkBackTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <p class="cloakroom-lead">${cloakroomCode?has_content?then(msg("cloakroomLinkBackCode"), msg("cloakroomLinkBack"))}</p>
    <#if cloakroomCode?has_content>
      <p id="cloakroom-code" class="cloakroom-code cloakroom-code-shown" dir="ltr">${cloakroomCode}</p>
    </#if>
    <dl class="cloakroom-facts">
      <#if cloakroomAddress?has_content><div><dt>${msg("cloakroomLinkAccount")}</dt><dd dir="ltr">${cloakroomAddress}</dd></div></#if>
      <#if client?? && (client.name!client.clientId)?has_content><div><dt>${msg("cloakroomLinkApp")}</dt><dd>${advancedMsg(client.name!client.clientId)}</dd></div></#if>
      <div><dt>${msg("cloakroomLinkService")}</dt><dd>${(realm.displayName)!realm.name}</dd></div>
      <div><dt>${msg("cloakroomLinkAsked")}</dt><dd><@words.moment at=cloakroomAskedAt/></dd></div>
      <#if cloakroomBrowser?has_content><div><dt>${msg("cloakroomLinkBrowser")}</dt><dd>${cloakroomBrowser}</dd></div></#if>
    </dl>
  </#if>
</@layout.registrationLayout>
