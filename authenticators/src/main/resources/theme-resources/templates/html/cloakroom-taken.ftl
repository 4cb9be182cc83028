<#import "cloakroom-layout.ftl" as layout>
<#assign isWay=code?has_content || signInLink?has_content>
<@layout.mail heading=msg(heading) preheader=msg("cloakroomTakenNotYou")>
<@layout.paragraph>${msg(intro, serviceName)}</@layout.paragraph>
<#if code?has_content>
<@layout.paragraph>${msg("cloakroomTakenCode")}</@layout.paragraph>
<@layout.code text=code/>
</#if>
<#if signInLink?has_content>
<@layout.paragraph>${code?has_content?then(msg("cloakroomMailOrLink"), msg("cloakroomTakenLink"))}</@layout.paragraph>
<@layout.button link=signInLink text=msg("cloakroomMailButton", serviceName)/>
</#if>
<@layout.paragraph><#if isWay>${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}<#else>${msg("cloakroomTakenNoWay")}</#if></@layout.paragraph>
<@layout.rest>
<@layout.context browser=browser/>
<#if code?has_content>
<@layout.hint>${msg("cloakroomMailKeepSecret", serviceName)}</@layout.hint>
</#if>
<@layout.notMe text=msg("cloakroomTakenNotYou")/>
</@layout.rest>
</@layout.mail>
