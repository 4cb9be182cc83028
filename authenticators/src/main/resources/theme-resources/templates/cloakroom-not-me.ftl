<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("cloakroomNotMeTitle")}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <#if cloakroomAsks>
      <form id="cloakroom-not-me-form" class="${properties.kcFormClass!}" action="${cloakroomAction}" method="post">
        <p class="cloakroom-lead">${msg("cloakroomNotMeAsk")}</p>
        <div class="${properties.kcFormGroupClass!}">
          <div class="${properties.kcFormActionGroupClass!}">
            <button id="cloakroom-deny" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="deny" value="deny">${msg("cloakroomNotMeDeny")}</button>
          </div>
        </div>
        <p class="cloakroom-hint">${msg("cloakroomNotMeHint")}</p>
      </form>
    <#else>
      <p id="cloakroom-denied" class="cloakroom-lead">${msg(cloakroomDenied)}</p>
    </#if>
  </#if>
</@layout.registrationLayout>
