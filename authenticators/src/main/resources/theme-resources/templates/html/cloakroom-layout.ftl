<#-- The one layout of all mails: tables and inline styles, because mail programs strip everything else. The style sheet only
     turns the colours for the dark; a mail without it lacks nothing. Outlook draws with Word, hence the comments for it. -->
<#import "/cloakroom-mail-brand.ftl" as brands>
<#assign start=ltr?then("left", "right")>
<#assign font="-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif">
<#assign accent=brands.colour("accent", "#3a50d9")>
<#assign accentDark=brands.colour("accentDark", "#9daeff")>

<#macro mail heading preheader>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${ltr?then("ltr", "rtl")}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
  <meta charset="utf-8"/>
  <meta name="viewport" content="width=device-width, initial-scale=1"/>
  <meta name="color-scheme" content="light dark"/>
  <meta name="supported-color-schemes" content="light dark"/>
  <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"/>
  <meta name="x-apple-disable-message-reformatting"/>
  <title>${heading?has_content?then(heading, brands.service())}</title>
  <!--[if mso]>
  <noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>
  <style>body, table, td, h1, p, a { font-family: Arial, sans-serif !important; }</style>
  <![endif]-->
  <style>
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    @media (prefers-color-scheme: dark) {
<@dark/>
    }
<@dark text="[data-ogsc] " surface="[data-ogsb] "/>
  </style>
</head>
<body class="cloakroom-page" style="margin:0;padding:0;width:100%;background-color:#f3f4f8;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%;">
  <div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all;">${preheader}<#list 1..90 as _>&#847;&#8204;&#160;</#list></div>
  <div role="article" aria-roledescription="email" aria-label="${heading?has_content?then(heading, brands.service())}" lang="${locale.toLanguageTag()}" dir="${ltr?then("ltr", "rtl")}">
  <table role="presentation" class="cloakroom-page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f4f8" style="background-color:#f3f4f8;">
    <tr>
      <td align="center" style="padding:32px 12px;">
        <!--[if mso]><table role="presentation" width="520" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px;margin:0 auto;">
          <tr>
            <td align="${start}" style="padding:0 4px 16px;">
              <table role="presentation" cellpadding="0" cellspacing="0" border="0">
                <tr>
                  <td valign="middle">
                    <table role="presentation" cellpadding="0" cellspacing="0" border="0">
                      <tr>
                        <td class="cloakroom-accent" width="12" height="12" bgcolor="${accent}" style="width:12px;height:12px;font-size:1px;line-height:12px;border-radius:4px;background-color:${accent};">&#160;</td>
                      </tr>
                    </table>
                  </td>
                  <td class="cloakroom-text" valign="middle" align="${start}" style="padding:0 10px;font-family:${font};font-size:16px;line-height:24px;font-weight:600;color:#1b2030;overflow-wrap:anywhere;">${brands.service()}</td>
                </tr>
              </table>
            </td>
          </tr>
          <tr>
            <td class="cloakroom-card cloakroom-text" align="${start}" bgcolor="#ffffff" style="padding:32px 28px;font-family:${font};font-size:16px;line-height:24px;color:#1b2030;text-align:${start};background-color:#ffffff;border:1px solid #d9dce6;border-radius:14px;overflow-wrap:anywhere;">
              <#if heading?has_content>
              <h1 style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:700;letter-spacing:-0.2px;">${heading}</h1>
              </#if>
              <#nested>
            </td>
          </tr>
          <#list brands.links()>
          <tr>
            <td class="cloakroom-quiet" align="${start}" style="padding:16px 4px 0;font-family:${font};font-size:13px;line-height:20px;color:#555d73;">
              <#items as link><a class="cloakroom-quiet" href="${link.address}" style="color:#555d73;text-decoration:underline;">${link.text}</a><#sep> &#160;&#183;&#160; </#sep></#items>
            </td>
          </tr>
          </#list>
        </table>
        <!--[if mso]></td></tr></table><![endif]-->
      </td>
    </tr>
  </table>
  </div>
</body>
</html>
</#macro>

<#-- The colours of the dark: by the system's wish, and as Outlook's web and phone apps mark what they have turned themselves. -->
<#macro dark text="" surface="">
    ${surface}.cloakroom-page { background-color: #12141c !important; }
    ${surface}.cloakroom-card { background-color: #1b1e29 !important; border-color: #363b4d !important; }
    ${surface}.cloakroom-code { background-color: #282c3b !important; border-color: #363b4d !important; }
    ${surface}.cloakroom-line { border-color: #363b4d !important; }
    ${surface}.cloakroom-accent { background-color: ${accentDark} !important; }
    ${text}.cloakroom-text { color: #f0f2f8 !important; }
    ${text}.cloakroom-quiet { color: #b3b9ca !important; }
    ${text}.cloakroom-ink { color: ${brands.ink(accentDark)} !important; }
</#macro>

<#macro paragraph>
<p style="margin:0 0 16px;"><#nested></p>
</#macro>

<#-- Everything around the one thing to do: the circumstances, and what if it was somebody else. -->
<#macro rest>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
  <tr>
    <td class="cloakroom-line cloakroom-quiet" align="${start}" style="padding:20px 0 0;border-top:1px solid #d9dce6;font-family:${font};font-size:14px;line-height:22px;color:#555d73;">
      <#nested>
    </td>
  </tr>
</table>
</#macro>

<#macro context askedAtKey="cloakroomMailContext" browser="">
<p style="margin:0 0 12px;">
  ${msg(askedAtKey, askedAt)}<#if appName?has_content><br/>${msg("cloakroomMailApp", appName)}</#if><#if browser?has_content><br/>${msg("cloakroomMailBrowser", browser)}</#if>
</p>
</#macro>

<#macro hint>
<p style="margin:0 0 12px;"><#nested></p>
</#macro>

<#macro notMe text>
<p style="margin:0;">${text}</p>
<#if notMeLink?has_content>
<p style="margin:8px 0 0;"><a class="cloakroom-quiet" href="${notMeLink}" style="color:#555d73;text-decoration:underline;">${msg("cloakroomMailNotMeButton")}</a></p>
</#if>
</#macro>

<#-- Outlook takes the padding from the cell and the others from the link, so that all of it can be pressed. -->
<#macro button link text>
<table role="presentation" cellpadding="0" cellspacing="0" border="0">
  <tr>
    <td align="${start}" style="padding:8px 0 24px;">
      <table role="presentation" cellpadding="0" cellspacing="0" border="0">
        <tr>
          <td class="cloakroom-accent" align="center" valign="middle" bgcolor="${accent}" style="border-radius:10px;background-color:${accent};mso-padding-alt:14px 28px;">
            <a class="cloakroom-ink" href="${link}" style="display:inline-block;padding:14px 28px;mso-padding-alt:0;font-family:${font};font-size:16px;line-height:20px;font-weight:600;color:${brands.ink(accent)};text-decoration:none;border-radius:10px;">${text}</a>
          </td>
        </tr>
      </table>
    </td>
  </tr>
</table>
</#macro>

<#-- One text, so that a press selects it whole. -->
<#macro code text>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
  <tr>
    <td style="padding:8px 0 24px;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr>
          <td class="cloakroom-code cloakroom-text" dir="ltr" align="center" bgcolor="#f3f4f8" style="padding:20px 8px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,Courier New,monospace;font-size:32px;line-height:40px;font-weight:700;letter-spacing:2px;color:#1b2030;background-color:#f3f4f8;border:1px solid #d9dce6;border-radius:10px;overflow-wrap:anywhere;-webkit-user-select:all;user-select:all;">${text}</td>
        </tr>
      </table>
    </td>
  </tr>
</table>
</#macro>
