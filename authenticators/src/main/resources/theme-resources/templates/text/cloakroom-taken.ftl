<#ftl output_format="plainText">
<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading)>
${msg(intro, serviceName)}

<#if code?has_content>
${msg("cloakroomTakenCode")}

${code}

</#if>
<#if signInLink?has_content>
${code?has_content?then(msg("cloakroomMailOrLink"), msg("cloakroomTakenLink"))}

${signInLink}

</#if>
<#if code?has_content || signInLink?has_content>
${msg("cloakroomCodeUntil", lifespanMinutes, expiresAt)}
<#else>
${msg("cloakroomTakenNoWay")}
</#if>

<@layout.context browser=browser/>

<#if code?has_content>
${msg("cloakroomMailKeepSecret", serviceName)}

</#if>
<@layout.notMe text=msg("cloakroomTakenNotYou")/>
</@layout.mail>
