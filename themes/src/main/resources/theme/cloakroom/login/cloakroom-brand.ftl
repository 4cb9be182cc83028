<#-- What may be set about the look: by an attribute of the realm, or else by a property of the theme. Only what is exactly a colour, a
     length or an address gets through; everything else is as if it were not there. docs/branding.md lists it. -->
<#assign COLOUR="#[0-9a-fA-F]{6}">
<#assign LENGTH="[0-9]|[12][0-9]|3[0-2]">
<#assign PATH="[A-Za-z0-9._~%?&=+,@:#/-]*">
<#assign ADDRESS="https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/${PATH})?|/(?!/)${PATH}">
<#assign FILE="[A-Za-z0-9_][A-Za-z0-9._/-]*[.](svg|png|jpe?g|webp|avif|gif)">

<#-- Colours of cloakroom.css, against which others are measured: text must stay readable whatever is set. -->
<#assign SCHEMES=[
  {"suffix": "", "selector": ":root", "accent": "#3a50d9", "card": "#ffffff", "text": "#17181c", "quiet": "#5a5e6b", "edge": "#7d8193"},
  {"suffix": "Dark", "selector": ":root.pf-v5-theme-dark", "accent": "#9daeff", "card": "#16181e", "text": "#eef0f5", "quiet": "#a4a9b8", "edge": "#737888"}
]>
<#-- WCAG asks for 4.5 and 3; the rest is for what the luminance is off. -->
<#assign TEXT=4.8 LABEL=4.55 EDGE=3.1>

<#function setting name pattern>
  <#local attribute=(realm.attributes["cloakroom.brand." + name])!"">
  <#local property=(properties["cloakroom" + name?cap_first])!"">
  <#return attribute?matches(pattern)?then(attribute, property?matches(pattern)?then(property, ""))>
</#function>

<#-- An address as it is, or a file of the theme. -->
<#function picture name>
  <#local address=setting(name, ADDRESS + "|" + FILE)>
  <#return address?matches(FILE)?then(url.resourcesPath + "/" + address, address)>
</#function>

<#function rgb colour>
  <#local digits="0123456789abcdef" channels=[]>
  <#list [1, 3, 5] as at>
    <#local channels=channels + [digits?index_of(colour[at]?lower_case) * 16 + digits?index_of(colour[at + 1]?lower_case)]>
  </#list>
  <#return channels>
</#function>

<#-- WCAG's relative luminance, with a cubic in place of its power of 2.4: off by 0.002 at most. -->
<#function luminance channels>
  <#local sum=0>
  <#list [0.2126, 0.7152, 0.0722] as weight>
    <#local c=channels[weight?index] / 255>
    <#local sum=sum + weight * c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878)>
  </#list>
  <#return sum>
</#function>

<#function contrast one other>
  <#local a=luminance(one) + 0.05 b=luminance(other) + 0.05>
  <#return (a gt b)?then(a / b, b / a)>
</#function>

<#-- The colour itself, or the nearest to it towards black or white that can be read on that card. -->
<#function readable colour card>
  <#local end=(luminance(card) gt 0.18)?then(0, 255)>
  <#list 0..20 as step>
    <#local mixed=[]>
    <#list colour as channel><#local mixed=mixed + [(channel + (end - channel) * step / 20)?round]></#list>
    <#if contrast(mixed, card) gte TEXT><#return mixed></#if>
  </#list>
  <#return [end, end, end]>
</#function>

<#-- What text stands on. One on which it could not be read counts as none. -->
<#function ground name scheme least>
  <#local colour=setting(name + scheme.suffix, COLOUR)>
  <#if colour?has_content>
    <#list [[scheme.text, TEXT], [scheme.quiet, TEXT], [scheme.edge, least]] as on>
      <#if contrast(rgb(colour), rgb(on[0])) lt on[1]><#return ""></#if>
    </#list>
  </#if>
  <#return colour>
</#function>

<#macro colours scheme>
  <#local page=ground("page", scheme, 1) card=ground("card", scheme, EDGE) own=setting("accent" + scheme.suffix, COLOUR)>
  <#local accent=own?has_content?then(own, setting("accent", COLOUR))>
  <#if page?has_content>--cloakroom-page:${page};</#if>
  <#if card?has_content>--cloakroom-card:${card};</#if>
  <#if accent?has_content>
    <#local isDark=contrast(rgb(accent), [255, 255, 255]) gte LABEL>
    --cloakroom-accent:${accent};
    --cloakroom-on-accent:${isDark?then("#ffffff", "#000000")};
    --cloakroom-shade:${isDark?then("rgb(0 0 0 / 14%)", "rgb(255 255 255 / 22%)")};
  </#if>
  <#if accent?has_content || card?has_content>
    <#local link=readable(rgb(accent?has_content?then(accent, scheme.accent)), rgb(card?has_content?then(card, scheme.card)))>
    --cloakroom-link:rgb(${link?map(channel -> channel?c)?join(" ")});
  </#if>
</#macro>

<#macro shapes scheme>
  <#local logo=picture("logo" + scheme.suffix)>
  <#if logo?has_content>--cloakroom-logo:url("${logo?no_esc}") 0 / contain no-repeat;--cloakroom-mask:none;--cloakroom-logo-width:12rem;--cloakroom-name:0;</#if>
  <#if scheme.suffix == "">
    <#local radius=setting("radius", LENGTH) background=picture("background")>
    <#if radius?has_content>--cloakroom-radius:${radius}px;</#if>
    <#if background?has_content>--cloakroom-picture:url("${background?no_esc}");</#if>
  </#if>
</#macro>

<#macro look>
  <style>
    <#list SCHEMES as scheme>
      ${scheme.selector} {<@colours scheme/><@shapes scheme/>}
    </#list>
  </style>
  <#if picture("background")?has_content><div class="cloakroom-picture"></div></#if>
</#macro>

<#-- In a window of their own: whoever reads them comes back to the page as it was. -->
<#macro links>
  <#local labels={"imprint": "cloakroomImprint", "privacy": "cloakroomPrivacy", "help": "cloakroomHelp"}>
  <#local named=labels?keys?filter(name -> setting(name, ADDRESS)?has_content)>
  <#if named?has_content>
    <ul class="cloakroom-links" role="list">
      <#list named as name><li><a href="${setting(name, ADDRESS)}" target="_blank" rel="noopener noreferrer">${msg(labels[name])}</a></li></#list>
    </ul>
  </#if>
</#macro>
