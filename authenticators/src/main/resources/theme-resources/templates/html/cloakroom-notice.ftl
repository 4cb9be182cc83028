<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading) preheader=msg(advice)>
<p style="margin:0 0 16px;">${msg(intro, realmName)}</p>
<@layout.context/>
<p style="margin:0 0 16px;">${msg(advice)}</p>
<p style="margin:0;">${msg("cloakroomNoticeNotYou")}</p>
<@layout.notMe/>
</@layout.mail>
