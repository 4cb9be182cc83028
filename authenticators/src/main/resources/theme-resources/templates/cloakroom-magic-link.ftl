<#import "template.ftl" as layout>
<#import "cloakroom-words.ftl" as words>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
  <#if section = "header">
    ${msg("cloakroomLinkTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/css/cloakroom-steps.css">
    <script type="module" src="${url.resourcesPath}/js/cloakroom-steps.js"></script>
    <#assign error=messagesPerField.get("code")>
    <form id="cloakroom-link-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <p class="cloakroom-lead"><@words.around message="cloakroomLinkLead"><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      <#if error?has_content>
        <p class="${properties.kcInputErrorMessageClass!}" id="input-error-code" role="alert">${kcSanitize(error)?no_esc}</p>
      </#if>
      <p class="cloakroom-hint"><#if cloakroomMinutesLeft gt 0>${msg("cloakroomLinkLives", cloakroomMinutesLeft)}<#else>${msg("cloakroomLinkDead")}</#if></p>
      <div class="cloakroom-no-mail">
        <p class="cloakroom-hint">${msg("cloakroomNoMail")}</p>
        <div class="cloakroom-resend" style="--cloakroom-wait: ${cloakroomResendSeconds?c}">
          <button id="cloakroom-resend" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="resend" value="resend">${msg("cloakroomResendLink")}</button>
          <#if cloakroomResendSeconds gt 0>
            <p class="cloakroom-hint cloakroom-wait" id="cloakroom-wait" data-seconds="${cloakroomResendSeconds?c}"><@words.around message="cloakroomResendLinkIn"><span class="cloakroom-countdown"><span>${cloakroomResendSeconds?c}</span></span></@words.around></p>
          </#if>
        </div>
        <#if cloakroomMayChange>
          <button id="cloakroom-change" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="change" value="change">${msg("cloakroomChangeAddress")}</button>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
