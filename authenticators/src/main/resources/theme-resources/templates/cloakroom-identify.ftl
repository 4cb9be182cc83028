<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#import "field.ftl" as field>
<#import "social-providers.ftl" as identityProviders>
<#assign heading=msg("cloakroomIdentifyTitle")>
<@titles.of heading=heading/>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password") displayInfo=realm.registrationAllowed && !registrationDisabled??; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <#assign error=messagesPerField.get("username")>
    <#assign passwordError=messagesPerField.get("password")>
    <form id="cloakroom-identify-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="passkeys" value="">
      <#if !cloakroomHasPassword><p class="cloakroom-lead">${msg("cloakroomIdentifyHint")}</p></#if>
      <@field.group name="username" label=msg("cloakroomAddressLabel") error=error>
        <span class="${properties.kcInputClass} <#if error?has_content>${properties.kcError}</#if><#if cloakroomAddressIsKnown> ${properties.kcFormReadOnlyClass!}</#if>">
          <input id="username" name="username" type="email" value="${cloakroomAddress}" dir="ltr"
            autocomplete="username webauthn" autocapitalize="none" spellcheck="false" inputmode="email"
            <#if cloakroomAddressIsKnown>readonly<#elseif !passwordError?has_content>autofocus</#if>
            <#if error?has_content>aria-invalid="true" aria-describedby="input-error-username"</#if>>
          <@field.errorIcon error=error/>
        </span>
      </@field.group>
      <#if cloakroomHasPassword>
        <@field.group name="password" label=msg("cloakroomPasswordLabel") error=passwordError>
          <div class="${properties.kcInputGroup}">
            <div class="${properties.kcInputGroupItemClass} ${properties.kcFill}">
              <span class="${properties.kcInputClass} <#if passwordError?has_content>${properties.kcError}</#if>">
                <input id="password" name="password" type="password" value="" dir="ltr" autocomplete="current-password"
                  <#if passwordError?has_content || cloakroomAddressIsKnown>autofocus</#if>
                  <#if passwordError?has_content>aria-invalid="true" aria-describedby="input-error-password"</#if>>
                <@field.errorIcon error=passwordError/>
              </span>
            </div>
            <#-- The layout's own script turns whatever names itself so. -->
            <div class="${properties.kcInputGroupItemClass} cloakroom-scripted">
              <button id="cloakroom-password-sight" class="${properties.kcFormPasswordVisibilityButtonClass}" type="button" aria-controls="password" aria-label="${msg("showPassword")}"
                data-password-toggle data-icon-show="cloakroom-eye" data-icon-hide="cloakroom-eye cloakroom-eye-shut"
                data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><i class="cloakroom-eye" aria-hidden="true"></i></button>
            </div>
          </div>
        </@field.group>
      </#if>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} cloakroom-ways">
          <#if cloakroomHasPassword>
            <button id="cloakroom-password" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="method" value="password">${msg("cloakroomSignIn")}</button>
            <p class="cloakroom-or">${msg("cloakroomOr")}</p>
          </#if>
          <button id="cloakroom-email" class="${cloakroomHasPassword?then(properties.kcButtonSecondaryClass!, properties.kcButtonPrimaryClass!)} ${properties.kcButtonBlockClass!}" type="submit" name="method" value="email">${cloakroomHasPassword?then(msg("cloakroomEmailInstead"), msg("cloakroomEmailMe"))}</button>
          <#if cloakroomHasPasskeys>
            <button id="cloakroom-passkey" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="button" hidden>${msg("cloakroomPasskeyButton")}</button>
          </#if>
        </div>
      </div>
      <#if cloakroomHasPasskeys>
        <p id="cloakroom-passkey-cancelled" class="cloakroom-hint" role="status" data-text="${msg("cloakroomPasskeyCancelled")}"></p>
      </#if>
    </form>
    <#if cloakroomHasPasskeys>
      <#-- The ids and names are those that Keycloak's own scripts fill in. -->
      <form id="webauth" action="${url.loginAction}" method="post" hidden
        data-challenge="${challenge}" data-rp-id="${rpId!}" data-user-verification="${userVerification}" data-timeout="${createTimeout?c}"
        data-mediation="${mediation!'conditional'}" data-attachment="${authenticatorAttachment}" data-identified="${isUserIdentified}">
        <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle"] as name>
          <input type="hidden" id="${name}" name="${name}">
        </#list>
        <input type="hidden" name="username">
      </form>
      <#if authenticators??>
        <form id="authn_select" hidden>
          <#list authenticators.authenticators as authenticator>
            <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}">
          </#list>
        </form>
      </#if>
      <@assets.script name="cloakroom-passkeys"/>
    </#if>
    <#if realm.resetPasswordAllowed>
      <p class="cloakroom-hint"><a id="cloakroom-to-recovery" href="${url.loginResetCredentialsUrl}">${msg("cloakroomCannotSignIn")}</a></p>
    </#if>
  <#elseif section = "info">
    <#if realm.registrationAllowed && !registrationDisabled??>
      <p class="cloakroom-hint">${msg("cloakroomNoAccount")} <a id="cloakroom-to-sign-up" href="${url.registrationUrl}">${msg("cloakroomSignUp")}</a></p>
    </#if>
  <#elseif section = "socialProviders">
    <#if social?? && social.providers?? && social.providers?has_content>
      <@identityProviders.show social=social/>
    </#if>
  </#if>
</@layout.registrationLayout>
