<#-- What a realm and its theme may say about the look of mails. A value goes into styles and addresses, so only what has the
     one right form counts; anything else is as if it were not there. -->
<#function valid name form>
  <#list [(brand[name])!"", (properties["cloakroom" + name?cap_first])!""] as wanted>
    <#if wanted?matches(form)>
      <#return wanted>
    </#if>
  </#list>
  <#return "">
</#function>

<#function colour name default>
  <#local wanted=valid(name, "#[0-9A-Fa-f]{6}")>
  <#return wanted?has_content?then(wanted, default)>
</#function>

<#-- Where the footer leads: message key and address. -->
<#function links>
  <#local found=[]>
  <#list ["Help", "Privacy", "Imprint"] as name>
    <#local address=valid(name?uncap_first, "https://[A-Za-z0-9._~/%?&=+,@:#-]+")>
    <#if address?has_content>
      <#local found=found + [{"text": msg("cloakroom" + name), "address": address}]>
    </#if>
  </#list>
  <#return found>
</#function>

<#function service>
  <#return serviceName!realmName>
</#function>

<#-- Black or white, whichever contrasts more: WCAG's relative luminance, with a polynomial for the power that is not at hand. -->
<#function ink colour>
  <#local hex=colour?lower_case>
  <#local luminance=0.2126 * linear(hex[1..2]) + 0.7152 * linear(hex[3..4]) + 0.0722 * linear(hex[5..6])>
  <#return (luminance > 0.179)?then("#000000", "#ffffff")>
</#function>

<#function linear hex>
  <#local digits="0123456789abcdef">
  <#local x=(digits?index_of(hex[0]) * 16 + digits?index_of(hex[1])) / 255>
  <#return x * (x * (x * 0.305306011 + 0.682171111) + 0.012522878)>
</#function>
