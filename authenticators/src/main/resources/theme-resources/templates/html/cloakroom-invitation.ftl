<#import "cloakroom-layout.ftl" as layout>
<#assign until=msg(lifespanUnit, lifespan, expiresAt)>
<@layout.mail heading=msg("cloakroomInvitationHeading") preheader=until>
<p style="margin:0 0 16px;">${msg("cloakroomInvitationIntro", realmName)}</p>
<@layout.button link=signInLink text=msg("cloakroomMailButton", realmName)/>
<p style="margin:0 0 16px;">${until}</p>
<p style="margin:0 0 16px;font-size:14px;line-height:22px;color:#5b6775;">
  ${msg("cloakroomInvitationSent", askedAt)}<#if appName?has_content><br>${msg("cloakroomMailApp", appName)}</#if>
</p>
<p style="margin:0;">${msg("cloakroomInvitationNotYou")}</p>
<@layout.notMe/>
</@layout.mail>
