<#import "cloakroom-layout.ftl" as layout>
<#assign what=factor?has_content?then(msg(factor), detail)>
<@layout.mail heading=msg(heading, what) preheader=msg(intro, serviceName, what)>
<@layout.paragraph>${msg(intro, serviceName, what)}</@layout.paragraph>
<#if isLastGone>
<@layout.paragraph>${msg("cloakroomSecurityNoticeLast")}</@layout.paragraph>
</#if>
<@layout.paragraph>${msg(advice)}</@layout.paragraph>
<#if stopLink?has_content>
<@layout.paragraph>${msg("cloakroomRecoveryStopByLink")}</@layout.paragraph>
<@layout.button link=stopLink text=msg("cloakroomRecoveryStop")/>
</#if>
<@layout.rest>
<@layout.context askedAtKey="cloakroomSecurityNoticeWhen"/>
</@layout.rest>
</@layout.mail>
