<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">
    ${msg("cloakroomIdentifyTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/css/cloakroom-steps.css">
    <script type="module" src="${url.resourcesPath}/js/cloakroom-steps.js"></script>
    <#assign error=messagesPerField.get("username")>
    <form id="cloakroom-identify-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
      <@field.group name="username" label=msg("cloakroomAddressLabel") error=error>
        <span class="${properties.kcInputClass} <#if error?has_content>${properties.kcError}</#if><#if cloakroomAddressIsKnown> ${properties.kcFormReadOnlyClass!}</#if>">
          <input id="username" name="username" type="email" value="${cloakroomAddress}" dir="ltr"
            autocomplete="username webauthn" autocapitalize="none" spellcheck="false" inputmode="email"
            <#if cloakroomAddressIsKnown>readonly<#else>autofocus</#if>
            <#if error?has_content>aria-invalid="true" aria-describedby="input-error-username"</#if>>
          <@field.errorIcon error=error/>
        </span>
      </@field.group>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormActionGroupClass!}">
          <button id="cloakroom-email" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="method" value="email">${msg("cloakroomEmailMe")}</button>
        </div>
      </div>
      <p class="cloakroom-hint">${msg("cloakroomIdentifyHint")}</p>
    </form>
  <#elseif section = "socialProviders">
    <#if social?? && social.providers?? && social.providers?has_content>
      <@identityProviders.show social=social/>
    </#if>
  </#if>
</@layout.registrationLayout>
