<#import "template.ftl" as layout>
<#import "cloakroom-words.ftl" as words>
<#import "cloakroom-waiting.ftl" as waiting>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
  <#if section = "header">
    ${msg("cloakroomLinkTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/css/cloakroom-steps.css">
    <script type="module" src="${url.resourcesPath}/js/cloakroom-steps.js"></script>
    <script type="module" src="${url.resourcesPath}/js/cloakroom-waiting.js"></script>
    <#assign error=messagesPerField.get("code")>
    <form id="cloakroom-link-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <p class="cloakroom-lead"><@words.around message="cloakroomLinkLead"><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      <#if error?has_content>
        <p class="${properties.kcInputErrorMessageClass!}" id="input-error-code" role="alert">${kcSanitize(error)?no_esc}</p>
      </#if>
      <@waiting.lifespan id="cloakroom-link-help" lives="cloakroomLinkLives" dead="cloakroomLinkDead"/>
      <@waiting.resend again="cloakroomResendLink" wait="cloakroomResendLinkIn"/>
    </form>
  </#if>
</@layout.registrationLayout>
