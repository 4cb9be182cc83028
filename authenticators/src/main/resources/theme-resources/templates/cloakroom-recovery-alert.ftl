<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("cloakroomAlertTitle")}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <form id="cloakroom-recovery-alert-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p class="cloakroom-lead">${msg("cloakroomAlertLead", cloakroomReadyAt)}</p>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} cloakroom-ways">
          <button id="cloakroom-stop" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="stop" value="stop">${msg("cloakroomRecoveryStop")}</button>
          <button id="cloakroom-keep" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="keep" value="keep">${msg("cloakroomAlertKeep")}</button>
        </div>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
