<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "field.ftl" as field>
<#assign heading=msg("cloakroomRecoveryTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <#assign error=messagesPerField.get("username")>
    <form id="cloakroom-recovery-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="passkeys" value="">
      <p class="cloakroom-lead">${msg("cloakroomRecoveryLead")}</p>
      <@field.group name="username" label=msg("cloakroomAddressLabel") error=error>
        <span class="${properties.kcInputClass} <#if error?has_content>${properties.kcError}</#if>">
          <input id="username" name="username" type="email" value="${cloakroomAddress}" dir="ltr" autofocus
            autocomplete="username" autocapitalize="none" spellcheck="false" inputmode="email"
            <#if error?has_content>aria-invalid="true" aria-describedby="input-error-username"</#if>>
          <@field.errorIcon error=error/>
        </span>
      </@field.group>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-recover" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("cloakroomEmailMe")}</button>
        </div>
      </div>
      <p class="cloakroom-hint"><a href="${url.loginUrl}">${msg("cloakroomBackToSignIn")}</a></p>
    </form>
  </#if>
</@layout.registrationLayout>
