<#ftl output_format="plainText">
${msg(intro, realmName)}

${msg("cloakroomMailContext", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if browser?has_content>
${msg("cloakroomMailBrowser", browser)}
</#if>

${msg(advice)}
${msg("cloakroomNoticeNotYou")}
<#if notMeLink?has_content>
${msg("cloakroomMailNotMe")}

${notMeLink}
</#if>
