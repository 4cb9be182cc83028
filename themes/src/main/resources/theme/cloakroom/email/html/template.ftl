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

<#-- They are paragraphs, of which one is nothing but the link: that is the thing to do. No other link becomes a button: names
     that people choose may hold some. -->
<#function dressed layout body>
  <#local html=body?markup_string>
  <#if link??>
    <#local opening=kcSanitize("<p><a href=\"" + link + "\">x</a></p>")?keep_before("x</a></p>")>
    <#local text=html?keep_after(opening)?keep_before("</a></p>")>
    <#if opening?has_content && text?matches("(?!https?:)[^<>]+")>
      <#local button><@layout.button link=link text=text?no_esc/></#local>
      <#local html=html?keep_before(opening) + button?markup_string + html?keep_after(opening)?keep_after("</a></p>")>
    </#if>
  </#if>
  <#return html
      ?replace("<p>", "<p style=\"margin:0 0 16px;\">")
      ?replace("<h2>", "<h2 style=\"margin:0 0 16px;font-size:24px;line-height:32px;\">")
      ?replace("<a href=", "<a class=\"cloakroom-text\" style=\"color:#1b2030;text-decoration:underline;\" href=")
      ?no_esc>
</#function>
