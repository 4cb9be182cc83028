<#ftl output_format="plainText">
${msg("cloakroomCodeIntro", realmName)}

${code}

${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}

${msg("cloakroomMailContext", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if browser?has_content>
${msg("cloakroomMailBrowser", browser)}
</#if>

${msg("cloakroomMailKeepSecret", realmName)}
${msg("cloakroomMailNotYou")}
