<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=code?has_content?then(msg("cloakroomCodeHeading"), msg("cloakroomLinkHeading")) preheader=msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)>
<#if code?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomCodeIntro", realmName)}</p>
<p dir="ltr" style="margin:0 0 16px;padding:16px;background-color:#eef1f5;border-radius:6px;font-family:Consolas,Menlo,monospace;font-size:28px;line-height:36px;font-weight:bold;letter-spacing:2px;text-align:center;color:#1f2933;">${code}</p>
<#if signInLink?has_content>
<p style="margin:0 0 16px;">${msg("cloakroomMailOrLink")}</p>
</#if>
<#else>
<p style="margin:0 0 16px;">${msg("cloakroomLinkIntro", realmName)}</p>
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
