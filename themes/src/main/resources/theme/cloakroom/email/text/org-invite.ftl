<#ftl output_format="plainText">
<#-- Keycloak's own treats the text as HTML, which spoils the link in it (26.7.3). -->
<#assign expiration=linkExpirationFormatter(linkExpiration)>
<#if firstName?? && lastName??>
${msg("orgInviteBodyPersonalized", link, linkExpiration, realmName, organization.name, expiration, firstName, lastName)}
<#else>
${msg("orgInviteBody", link, linkExpiration, realmName, organization.name, expiration)}
</#if>
