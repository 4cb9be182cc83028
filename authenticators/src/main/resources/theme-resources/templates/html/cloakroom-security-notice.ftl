<#import "cloakroom-layout.ftl" as layout>
<#assign what=msg(factor)>
<@layout.mail heading=msg(heading, what) preheader=msg("cloakroomSecurityNoticeIntro", realmName, what)>
<p style="margin:0 0 16px;">${msg("cloakroomSecurityNoticeIntro", realmName, what)}</p>
<p style="margin:0 0 16px;font-size:14px;line-height:22px;color:#5b6775;">
  ${msg("cloakroomSecurityNoticeWhen", askedAt)}<#if appName?has_content><br>${msg("cloakroomMailApp", appName)}</#if>
</p>
<#if isLastGone>
<p style="margin:0 0 16px;">${msg("cloakroomSecurityNoticeLast")}</p>
</#if>
<p style="margin:0;">${msg("cloakroomSecurityNoticeNotYou")}</p>
</@layout.mail>
