<#ftl output_format="plainText">
<#assign what=factor?has_content?then(msg(factor), detail)>
${msg(heading, what)}

${msg(intro, realmName, what)}

${msg("cloakroomSecurityNoticeWhen", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if isLastGone>

${msg("cloakroomSecurityNoticeLast")}
</#if>

${msg(advice)}
<#if stopLink?has_content>

${msg("cloakroomRecoveryStopByLink")}

${stopLink}
</#if>
