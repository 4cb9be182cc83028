<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#import "cloakroom-waiting.ftl" as waiting>
<#assign heading=msg("cloakroomLinkTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <@assets.script name="cloakroom-waiting"/>
    <#assign error=messagesPerField.get("code")>
    <form id="cloakroom-link-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <p class="cloakroom-lead"><@words.around message="cloakroomLinkLead"><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      <#if error?has_content>
        <p class="${properties.kcInputErrorMessageClass!}" id="input-error-code" role="alert">${kcSanitize(error)?no_esc}</p>
      </#if>
      <@waiting.lifespan id="cloakroom-link-help" lives="cloakroomLinkLives" dead="cloakroomLinkDead" error=error/>
      <@waiting.resend again="cloakroomResendLink" wait="cloakroomResendLinkIn"/>
    </form>
  </#if>
</@layout.registrationLayout>
