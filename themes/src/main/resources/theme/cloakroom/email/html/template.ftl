<#-- Keycloak's own mails in the layout of ours, which comes with the steps; without them, as plain as Keycloak sends them. -->
<#assign steps=.get_optional_template("cloakroom-layout.ftl")>

<#macro emailLayout>
<#local body><#nested></#local>
<#if steps.exists>
<#local layout=steps.import()>
<#-- The mails of workflows write their subject themselves. -->
<@layout.mail heading=subjectKey???then("", subject) preheader=beginning(body)>
${dressed(layout, body)}
</@layout.mail>
<#else>
<html lang="${locale.toLanguageTag()}" dir="${ltr?then("ltr", "rtl")}">
<body>
${body}
</body>
</html>
</#if>
</#macro>

<#function beginning body>
  <#return body?markup_string?keep_before("</p>")?replace("<[^>]*>", "", "r")?trim?no_esc>
</#function>

<#-- They are paragraphs, of which one is nothing but the link: that is the thing to do. -->
<#function dressed layout body>
  <#local button><@layout.button link="$1" text="$2"/></#local>
  <#return body?markup_string
      ?replace("<p>\\s*<a href=\"([^\"]*)\"[^>]*>(?!\\s*https?:)([^<]+)</a>\\s*</p>", button?markup_string, "r")
      ?replace("<p>", "<p style=\"margin:0 0 16px;\">")
      ?replace("<a href=", "<a class=\"cloakroom-text\" style=\"color:#1b2030;text-decoration:underline;\" href=")
      ?no_esc>
</#function>
