<#ftl output_format="plainText">
<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading)>
${msg(intro, serviceName)}

<#if code?has_content>
${code}

<#if signInLink?has_content>
${msg("cloakroomMailOrLink")}

${signInLink}

</#if>
<#else>
${signInLink}

</#if>
${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}

<@layout.context browser=browser/>

<#if code?has_content>
${msg("cloakroomMailKeepSecret", serviceName)}

</#if>
<@layout.notMe text=msg(notYou)/>
</@layout.mail>
