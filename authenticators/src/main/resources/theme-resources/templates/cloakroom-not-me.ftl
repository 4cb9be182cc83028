<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#assign heading=cloakroomAsks?then(msg("cloakroomNotMeTitle"), msg("cloakroomNotMeDoneTitle"))>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${heading}
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
      <div id="cloakroom-denied" class="cloakroom-lead">
        <p>${msg("cloakroomNotMeEnded")}</p>
        <#list cloakroomAdvice as advice>
          <p>${msg(advice)}</p>
        <#else>
          <p>${msg("cloakroomNotMeDone")}</p>
        </#list>
        <#if cloakroomAdvice?has_content><p>${msg("cloakroomNotMeLocked")}</p></#if>
      </div>
      <#if cloakroomAdvice?has_content && cloakroomAccount?has_content>
        <p class="cloakroom-next"><a id="cloakroom-account" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${cloakroomAccount}">${msg("cloakroomNotMeAccount")}</a></p>
      </#if>
    </#if>
  </#if>
</@layout.registrationLayout>
