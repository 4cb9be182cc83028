<#ftl output_format="plainText">
${msg(intro, realmName)}

<#if code?has_content>
${code}

<#if signInLink?has_content>
${msg("cloakroomMailOrLink")}

${signInLink}

</#if>
<#else>
${signInLink}

</#if>
${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}

${msg("cloakroomMailContext", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if browser?has_content>
${msg("cloakroomMailBrowser", browser)}
</#if>

<#if code?has_content>
${msg("cloakroomMailKeepSecret", realmName)}
</#if>
${msg("cloakroomMailNotYou")}
<#if notMeLink?has_content>
${msg("cloakroomMailNotMe")}

${notMeLink}
</#if>
