<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#import "cloakroom-waiting.ftl" as waiting>
<#import "field.ftl" as field>
<#assign heading=msg("cloakroomCodeTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <@assets.script name="cloakroom-waiting"/>
    <@assets.script name="cloakroom-code"/>
    <#assign error=messagesPerField.get("code")>
    <form id="cloakroom-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <p class="cloakroom-lead"><@words.around message=cloakroomLead><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      <@field.group name="code" label=msg("cloakroomCodeLabel") error=error>
        <span class="${properties.kcInputClass} <#if error?has_content>${properties.kcError}</#if>">
          <input id="code" name="code" class="cloakroom-code" type="text" value="" dir="ltr" autofocus data-length="${cloakroomCodeLength?c}"
            autocomplete="one-time-code" inputmode="${cloakroomDigitsOnly?then("numeric", "text")}"
            autocapitalize="characters" autocorrect="off" spellcheck="false" aria-describedby="<#if error?has_content>input-error-code </#if>cloakroom-code-help"
            <#if error?has_content>aria-invalid="true"</#if>>
          <@field.errorIcon error=error/>
        </span>
      </@field.group>
      <@waiting.lifespan id="cloakroom-code-help" lives="cloakroomCodeLives" dead="cloakroomCodeDead" error=error> <span class="cloakroom-scripted">${msg("cloakroomCodePasted")}</span></@waiting.lifespan>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-verify" class="${(cloakroomSecondsLeft gt 0)?then(properties.kcButtonPrimaryClass!, properties.kcButtonSecondaryClass!)} ${properties.kcButtonBlockClass!}" type="submit">${msg("cloakroomCodeContinue")}</button>
        </div>
      </div>
      <@waiting.resend again="cloakroomResend" wait="cloakroomResendIn"/>
    </form>
  </#if>
</@layout.registrationLayout>
