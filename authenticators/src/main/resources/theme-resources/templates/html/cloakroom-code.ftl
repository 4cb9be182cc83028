<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading) preheader=msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)>
<p style="margin:0 0 16px;">${msg(intro, realmName)}</p>
<#if code?has_content>
<@layout.code text=code/>
<#if signInLink?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomMailOrLink")}</p>
</#if>
</#if>
<#if signInLink?has_content>
<@layout.button link=signInLink text=msg("cloakroomMailButton", realmName)/>
</#if>
<p style="margin:0 0 16px;">${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}</p>
<@layout.context/>
<#if code?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomMailKeepSecret", realmName)}</p>
</#if>
<p style="margin:0;">${msg("cloakroomMailNotYou")}</p>
<@layout.notMe/>
</@layout.mail>
