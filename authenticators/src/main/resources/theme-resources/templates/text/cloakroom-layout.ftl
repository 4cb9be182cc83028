<#ftl output_format="plainText">
<#-- What the text parts of our mails have in common, in the order of the HTML. A code and a link stand alone on a line. -->
<#import "/cloakroom-mail-brand.ftl" as brands>

<#macro mail heading>
${heading}

<#nested>

${"-- "}
${brands.service()}
<#list brands.links() as link>
${link.text}: ${link.address}
</#list>
</#macro>

<#macro context askedAtKey="cloakroomMailContext" browser="">
${msg(askedAtKey, askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>
<#if browser?has_content>
${msg("cloakroomMailBrowser", browser)}
</#if>
</#macro>

<#macro notMe text>
${text}
<#if notMeLink?has_content>
${msg("cloakroomMailNotMe")}

${notMeLink}
</#if>
</#macro>
