<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg("cloakroomNoticeHeading") preheader=msg("cloakroomNoticeTry")>
<p style="margin:0 0 16px;">${msg("cloakroomNoticeIntro", realmName)}</p>
<@layout.context/>
<p style="margin:0 0 16px;">${msg("cloakroomNoticeTry")}</p>
<p style="margin:0;">${msg("cloakroomNoticeNotYou")}</p>
<@layout.notMe/>
</@layout.mail>
