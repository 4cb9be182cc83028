<#import "cloakroom-layout.ftl" as layout>
<#assign until=msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)>
<@layout.mail heading=msg(heading) preheader=until>
<@layout.paragraph>${msg(intro, serviceName)}</@layout.paragraph>
<#if code?has_content>
<@layout.code text=code/>
<#if signInLink?has_content>
<@layout.paragraph>${msg("cloakroomMailOrLink")}</@layout.paragraph>
</#if>
</#if>
<#if signInLink?has_content>
<@layout.button link=signInLink text=msg("cloakroomMailButton", serviceName)/>
</#if>
<@layout.paragraph>${until}</@layout.paragraph>
<@layout.rest>
<@layout.context browser=browser/>
<#if code?has_content>
<@layout.hint>${msg("cloakroomMailKeepSecret", serviceName)}</@layout.hint>
</#if>
<@layout.notMe text=msg(notYou)/>
</@layout.rest>
</@layout.mail>
