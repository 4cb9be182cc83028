<#-- Keycloak's list of ways to go on, each of them a button: Keycloak's own rows answer to a click, but to no key. -->
<#import "template.ftl" as layout>
<#assign heading=msg("loginChooseAuthenticator")>
<#-- A title of its own comes with the steps; without them it is the one that all pages have. -->
<#assign steps=.get_optional_template("cloakroom-title.ftl")>
<#if steps.exists>
  <#assign titles=steps.import()>
  <@titles.of heading=heading/>
</#if>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${heading}
  <#elseif section = "form">
    <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
      <ul class="${properties.kcSelectAuthListClass!}" role="list">
        <#list auth.authenticationSelections as way>
          <li>
            <button class="cloakroom-way" type="submit" name="authenticationExecution" value="${way.authExecId}">
              <i class="${properties[way.iconCssClass]!way.iconCssClass}" aria-hidden="true"></i>
              <span>
                <span class="${properties.kcSelectAuthListItemHeadingClass!}">${msg(way.displayName)}</span>
                <span class="${properties.kcSelectAuthListItemSubtitleClass!}">${msg(way.helpText)}</span>
              </span>
              <i class="${properties.kcSelectAuthListItemArrowIconClass!}" aria-hidden="true"></i>
            </button>
          </li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
