<#import "cloakroom-brand.ftl" as brand>
<#macro content>
<@brand.look/>
<@brand.links/>
</#macro>
