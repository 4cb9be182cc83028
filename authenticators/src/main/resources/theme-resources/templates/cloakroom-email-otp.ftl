<#import "template.ftl" as layout>
<#import "cloakroom-words.ftl" as words>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
  <#if section = "header">
    ${msg("cloakroomCodeTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/css/cloakroom-steps.css">
    <script type="module" src="${url.resourcesPath}/js/cloakroom-steps.js"></script>
    <#assign error=messagesPerField.get("code")>
    <form id="cloakroom-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <p class="cloakroom-lead"><@words.around message=cloakroomLead><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      <@field.group name="code" label=msg("cloakroomCodeLabel") error=error>
        <span class="${properties.kcInputClass} <#if error?has_content>${properties.kcError}</#if>">
          <input id="code" name="code" class="cloakroom-code" type="text" value="" dir="ltr" autofocus
            autocomplete="one-time-code" inputmode="${cloakroomDigitsOnly?then("numeric", "text")}"
            autocapitalize="characters" spellcheck="false" aria-describedby="cloakroom-code-help<#if error?has_content> input-error-code</#if>"
            <#if error?has_content>aria-invalid="true"</#if>>
          <@field.errorIcon error=error/>
        </span>
      </@field.group>
      <p id="cloakroom-code-help" class="cloakroom-hint"><#if cloakroomMinutesLeft gt 0>${msg("cloakroomCodeLives", cloakroomMinutesLeft)}<#else>${msg("cloakroomCodeDead")}</#if></p>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-verify" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("cloakroomCodeContinue")}</button>
        </div>
      </div>
      <div class="cloakroom-no-mail">
        <p class="cloakroom-hint">${msg("cloakroomNoMail")}</p>
        <div class="cloakroom-resend" style="--cloakroom-wait: ${cloakroomResendSeconds?c}">
          <button id="cloakroom-resend" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="resend" value="resend">${msg("cloakroomResend")}</button>
          <#if cloakroomResendSeconds gt 0>
            <p class="cloakroom-hint cloakroom-wait" id="cloakroom-wait" data-seconds="${cloakroomResendSeconds?c}"><@words.around message="cloakroomResendIn"><span class="cloakroom-countdown"><span>${cloakroomResendSeconds?c}</span></span></@words.around></p>
          </#if>
        </div>
        <#if cloakroomMayChange>
          <button id="cloakroom-change" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="change" value="change">${msg("cloakroomChangeAddress")}</button>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
