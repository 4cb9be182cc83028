<#import "template.ftl" as layout>
<#import "cloakroom-assets.ftl" as assets>
<#import "cloakroom-title.ftl" as titles>
<#assign heading=msg("cloakroomOfferTitle")>
<@titles.of heading=heading news=cloakroomMessage?has_content?then(msg(cloakroomMessage), "")/>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <@assets.sheet/>
    <@assets.script name="cloakroom-steps"/>
    <@assets.script name="cloakroom-passkey-offer"/>
    <form id="cloakroom-passkey-offer-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p class="cloakroom-lead">${msg("cloakroomOfferLead")}</p>
      <#if cloakroomMessage?has_content><p id="cloakroom-offer-message" class="cloakroom-lead" role="alert">${msg(cloakroomMessage)}</p></#if>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!} cloakroom-ways">
          <button id="cloakroom-add" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="add" value="add">${msg("cloakroomOfferAdd")}</button>
          <button id="cloakroom-later" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="later" value="later">${msg("cloakroomOfferLater")}</button>
          <button id="cloakroom-never" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="never" value="never">${msg("cloakroomOfferNever")}</button>
        </div>
      </div>
      <p class="cloakroom-hint">${msg("cloakroomOfferHint")}</p>
    </form>
    <#-- The names are those that Keycloak reads. -->
    <form id="register" action="${url.loginAction}" method="post" hidden
      data-challenge="${challenge}" data-user-id="${userid}" data-username="${username}" data-rp-id="${rpId!}" data-rp-name="${rpEntityName}"
      data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep>,</#list>" data-attestation="${attestationConveyancePreference}"
      data-attachment="${authenticatorAttachment}" data-require-resident-key="${requireResidentKey}" data-resident-key="${residentKey}"
      data-user-verification="${userVerificationRequirement}" data-timeout="${createTimeout?c}" data-exclude="${excludeCredentialIds}"
      data-label="${cloakroomLabel}"
      data-unsupported="${msg("webauthn-unsupported-browser-text")}">
      <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"] as name>
        <input type="hidden" id="${name}" name="${name}">
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
