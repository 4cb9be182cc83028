<#ftl output_format="plainText">
${msg(intro, realmName)}
<#if code?has_content>

${msg("cloakroomTakenCode")}

${code}
</#if>
<#if signInLink?has_content>

${code?has_content?then(msg("cloakroomMailOrLink"), msg("cloakroomTakenLink"))}

${signInLink}
</#if>
<#if code?has_content || signInLink?has_content>

${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}
<#else>

${msg("cloakroomTakenNoWay")}
</#if>

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
${msg("cloakroomTakenNotYou")}
<#if notMeLink?has_content>
${msg("cloakroomMailNotMe")}

${notMeLink}
</#if>
