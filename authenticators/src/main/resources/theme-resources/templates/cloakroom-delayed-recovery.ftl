<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#assign heading=msg((cloakroomRecovery = "none")?then("cloakroomDelayTitle", (cloakroomRecovery = "ready")?then("cloakroomDelayReadyTitle", "cloakroomDelayWaitingTitle")))>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("start"); section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <form id="cloakroom-delayed-recovery-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#if cloakroomRecovery = "none">
        <p class="cloakroom-lead">${msg("cloakroomDelayLead")}</p>
      <#elseif cloakroomRecovery = "ready">
        <p class="cloakroom-lead">${msg("cloakroomDelayReadyLead")}</p>
      <#else>
        <p class="cloakroom-lead"><@words.around message="cloakroomDelayWaitingLead"><@words.moment at=cloakroomReadyAt/></@words.around></p>
      </#if>
      <#if messagesPerField.existsError("start")>
        <p id="input-error-start" class="${properties.kcInputErrorMessageClass!}" role="alert">${messagesPerField.get("start")}</p>
      </#if>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} cloakroom-ways">
          <#if cloakroomRecovery = "ready">
            <button id="cloakroom-complete" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="complete" value="complete">${msg("cloakroomDelayComplete")}</button>
            <button id="cloakroom-have" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="have" value="have">${msg("cloakroomDelayHaveAfterAll")}</button>
          <#else>
            <button id="cloakroom-have" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="have" value="have">${(cloakroomRecovery = "none")?then(msg("cloakroomDelayHave"), msg("cloakroomDelayHaveAfterAll"))}</button>
          </#if>
          <#if cloakroomRecovery = "none">
            <button id="cloakroom-start" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="start" value="start">${msg("cloakroomDelayStart")}</button>
          <#else>
            <button id="cloakroom-stop" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="stop" value="stop">${msg("cloakroomRecoveryStop")}</button>
          </#if>
        </div>
      </div>
      <#if cloakroomRecovery = "none"><p class="cloakroom-hint">${msg("cloakroomDelayHint")}</p></#if>
    </form>
  </#if>
</@layout.registrationLayout>
