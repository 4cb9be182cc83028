<#ftl output_format="plainText">
<#assign what=msg(factor)>
${msg(heading, what)}

${msg("cloakroomSecurityNoticeIntro", realmName, what)}

${msg("cloakroomSecurityNoticeWhen", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if isLastGone>

${msg("cloakroomSecurityNoticeLast")}
</#if>

${msg("cloakroomSecurityNoticeNotYou")}
