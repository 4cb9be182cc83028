<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#assign heading=msg("cloakroomAlertTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <form id="cloakroom-recovery-alert-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p class="cloakroom-lead"><@words.around message="cloakroomAlertLead"><@words.moment at=cloakroomReadyAt/></@words.around></p>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} cloakroom-ways">
          <button id="cloakroom-stop" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="stop" value="stop">${msg("cloakroomRecoveryStop")}</button>
          <button id="cloakroom-keep" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="keep" value="keep">${msg("cloakroomAlertKeep")}</button>
        </div>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
