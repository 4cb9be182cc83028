<#ftl output_format="plainText">
<#import "cloakroom-layout.ftl" as layout>
<#assign what=factor?has_content?then(msg(factor), detail)>
<@layout.mail heading=msg(heading, what)>
${msg(intro, serviceName, what)}

<#if isLastGone>
${msg("cloakroomSecurityNoticeLast")}

</#if>
${msg(advice)}

<#if stopLink?has_content>
${msg("cloakroomRecoveryStopByLink")}

${stopLink}

</#if>
<@layout.context askedAtKey="cloakroomSecurityNoticeWhen"/>
</@layout.mail>
