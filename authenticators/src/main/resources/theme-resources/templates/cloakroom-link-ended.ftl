<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#assign heading=msg("cloakroomLinkEndedTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <p id="cloakroom-end" class="cloakroom-lead cloakroom-end">${msg(cloakroomEnd)}</p>
    <#if cloakroomSignOut?has_content>
      <p class="cloakroom-next"><a id="cloakroom-sign-out" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${cloakroomSignOut}">${msg("cloakroomLinkSignOut")}</a></p>
    <#elseif !cloakroomAction?has_content || cloakroomClientId?has_content>
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
