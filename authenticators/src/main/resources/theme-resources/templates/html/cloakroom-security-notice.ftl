<#import "cloakroom-layout.ftl" as layout>
<#assign what=factor?has_content?then(msg(factor), detail)>
<@layout.mail heading=msg(heading, what) preheader=msg(intro, realmName, what)>
<p style="margin:0 0 16px;">${msg(intro, realmName, what)}</p>
<p style="margin:0 0 16px;font-size:14px;line-height:22px;color:#5b6775;">
  ${msg("cloakroomSecurityNoticeWhen", askedAt)}<#if appName?has_content><br>${msg("cloakroomMailApp", appName)}</#if>
</p>
<#if isLastGone>
<p style="margin:0 0 16px;">${msg("cloakroomSecurityNoticeLast")}</p>
</#if>
<p style="margin:0<#if stopLink?has_content> 0 16px</#if>;">${msg(advice)}</p>
<#if stopLink?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomRecoveryStopByLink")}</p>
<@layout.button link=stopLink text=msg("cloakroomRecoveryStop")/>
</#if>
</@layout.mail>
