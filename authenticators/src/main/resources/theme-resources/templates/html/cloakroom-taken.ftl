<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading) preheader=msg("cloakroomTakenNotYou")>
<p style="margin:0 0 16px;">${msg(intro, realmName)}</p>
<#if code?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomTakenCode")}</p>
<@layout.code text=code/>
</#if>
<#if signInLink?has_content>
<p style="margin:0 0 16px;">${code?has_content?then(msg("cloakroomMailOrLink"), msg("cloakroomTakenLink"))}</p>
<@layout.button link=signInLink text=msg("cloakroomMailButton", realmName)/>
</#if>
<p style="margin:0 0 16px;"><#if code?has_content || signInLink?has_content>${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}<#else>${msg("cloakroomTakenNoWay")}</#if></p>
<@layout.context/>
<#if code?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomMailKeepSecret", realmName)}</p>
</#if>
<p style="margin:0;">${msg("cloakroomTakenNotYou")}</p>
<@layout.notMe/>
</@layout.mail>
