<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "cloakroom-words.ftl" as words>
<#import "field.ftl" as field>
<#import "user-profile-commons.ftl" as userProfileCommons>
<#import "register-commons.ftl" as registerCommons>
<#if cloakroomOrganization?has_content>
  <#assign heading=msg("cloakroomSignUpInvitedTitle", cloakroomOrganization)>
<#else>
  <#assign heading=cloakroomAddress?has_content?then(msg("cloakroomSignUpRestTitle"), msg("cloakroomSignUpTitle"))>
</#if>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true displayInfo=!cloakroomAddress?has_content; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <@assets.script name="cloakroom-sign-up"/>
    <form id="cloakroom-sign-up-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="passkeys" value="">
      <#if cloakroomAddress?has_content>
        <p class="cloakroom-lead"><@words.around message="cloakroomSignUpRestLead"><strong id="cloakroom-address" dir="ltr">${cloakroomAddress}</strong></@words.around></p>
      </#if>
      <#-- Keycloak's macro draws the edge of a field by a variable that it does not set itself. -->
      <@userProfileCommons.userProfileFormFields; place, attribute>
        <#global error=(place = "beforeField")?then(messagesPerField.get(attribute.name), "")>
      </@userProfileCommons.userProfileFormFields>
      <@registerCommons.termsAcceptance/>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-sign-up" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${cloakroomAddress?has_content?then(msg("cloakroomSignUpFinish"), msg("cloakroomSignUpContinue"))}</button>
        </div>
      </div>
      <#if !cloakroomAddress?has_content><p class="cloakroom-hint">${msg("cloakroomSignUpHint")}</p></#if>
    </form>
  <#elseif section = "info">
    <#if !cloakroomAddress?has_content><p class="cloakroom-hint">${msg("cloakroomHaveAccount")} <a href="${url.loginUrl}">${msg("cloakroomSignIn")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
