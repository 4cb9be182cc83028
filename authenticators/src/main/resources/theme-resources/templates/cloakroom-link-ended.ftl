<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("cloakroomLinkEndedTitle")}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <p id="cloakroom-end" class="cloakroom-lead cloakroom-end">${msg(cloakroomEnd)}</p>
    <#if !cloakroomAction?has_content || cloakroomClientId?has_content>
      <form id="cloakroom-again-form" class="${properties.kcFormClass!}" action="${cloakroomAction?has_content?then(cloakroomAction, url.loginAction)}" method="post">
        <input type="hidden" name="client_id" value="${cloakroomClientId}">
        <div class="${properties.kcFormGroupClass!}">
          <div class="${properties.kcFormActionGroupClass!}">
            <button id="cloakroom-again" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="leave" value="leave">${msg("cloakroomLinkAgain")}</button>
          </div>
        </div>
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
