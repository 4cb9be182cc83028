<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg("cloakroomCodeHeading") preheader=msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)>
<p style="margin:0 0 16px;">${msg("cloakroomCodeIntro", realmName)}</p>
<p dir="ltr" style="margin:0 0 16px;padding:16px;background-color:#eef1f5;border-radius:6px;font-family:Consolas,Menlo,monospace;font-size:28px;line-height:36px;font-weight:bold;letter-spacing:2px;text-align:center;color:#1f2933;">${code}</p>
<p style="margin:0 0 16px;">${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}</p>
<@layout.context/>
<p style="margin:0 0 16px;">${msg("cloakroomMailKeepSecret", realmName)}</p>
<p style="margin:0;">${msg("cloakroomMailNotYou")}</p>
</@layout.mail>
