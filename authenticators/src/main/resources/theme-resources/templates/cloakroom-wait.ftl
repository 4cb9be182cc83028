<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#assign heading=msg("cloakroomWaitTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <form id="cloakroom-wait-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p id="input-error-wait" class="cloakroom-lead" role="alert">${messagesPerField.get("wait")}</p>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-try-again" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("cloakroomTryAgain")}</button>
        </div>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
