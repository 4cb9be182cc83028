<#-- The one layout of our mails: a table and inline styles, because mail programs strip everything else. -->
<#macro mail heading preheader>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${ltr?then("ltr", "rtl")}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${heading}</title>
</head>
<body style="margin:0;padding:0;background-color:#f4f5f7;">
  <div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f5f7;">
    <tr>
      <td align="center" style="padding:24px 12px;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px;background-color:#ffffff;border-radius:8px;">
          <tr>
            <td style="padding:32px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1f2933;text-align:start;">
              <h1 style="margin:0 0 16px;font-size:22px;line-height:28px;font-weight:bold;">${heading}</h1>
              <#nested>
            </td>
          </tr>
        </table>
        <p style="margin:16px 0 0;font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:20px;color:#5b6775;">${realmName}</p>
      </td>
    </tr>
  </table>
</body>
</html>
</#macro>

<#macro context>
<p style="margin:0 0 16px;font-size:14px;line-height:22px;color:#5b6775;">
  ${msg("cloakroomMailContext", askedAt)}<#if appName?has_content><br>${msg("cloakroomMailApp", appName)}</#if><#if browser?has_content><br>${msg("cloakroomMailBrowser", browser)}</#if>
</p>
</#macro>

<#macro button link text>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">
  <tr>
    <td align="center" style="border-radius:6px;background-color:#0b57d0;">
      <a href="${link}" style="display:inline-block;padding:14px 28px;font-weight:bold;color:#ffffff;text-decoration:none;border-radius:6px;">${text}</a>
    </td>
  </tr>
</table>
</#macro>

<#macro notMe>
<#if notMeLink?has_content>
<p style="margin:16px 0 0;font-size:14px;line-height:22px;"><a href="${notMeLink}" style="color:#5b6775;">${msg("cloakroomMailNotMeButton")}</a></p>
</#if>
</#macro>

<#macro code text>
<p dir="ltr" style="margin:0 0 16px;padding:16px;background-color:#eef1f5;border-radius:6px;font-family:Consolas,Menlo,monospace;font-size:28px;line-height:36px;font-weight:bold;letter-spacing:2px;text-align:center;color:#1f2933;">${text}</p>
</#macro>
