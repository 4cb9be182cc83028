<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#assign heading=msg("cloakroomLostTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <form id="cloakroom-lost-passkeys-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="passkeys" value="">
      <fieldset class="cloakroom-list">
        <legend class="cloakroom-lead">${msg("cloakroomLostLead")}</legend>
        <#list cloakroomPasskeys as passkey>
          <label class="cloakroom-item" for="lost-${passkey?index}">
            <input type="checkbox" id="lost-${passkey?index}" name="lost" value="${passkey.id()}">
            <span><strong>${passkey.label()?has_content?then(passkey.label(), msg("cloakroomFactorPasskey"))}</strong><br><span class="cloakroom-hint"><@words.around message="cloakroomLostAdded"><@words.moment at=passkey.added()/></@words.around></span></span>
          </label>
        </#list>
      </fieldset>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-lost" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("cloakroomLostContinue")}</button>
        </div>
      </div>
      <p class="cloakroom-hint">${msg("cloakroomLostHint")}</p>
    </form>
  </#if>
</@layout.registrationLayout>
