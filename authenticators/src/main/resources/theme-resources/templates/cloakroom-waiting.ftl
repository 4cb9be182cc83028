<#import "cloakroom-words.ftl" as words>

<#-- How long what was mailed works. The clock needs no script; when it has run out, other words take the place of the first.
     A page that comes up with an error after that has the reason there already. -->
<#macro lifespan id lives dead error="">
<div id="${id}" class="cloakroom-hint cloakroom-turn" style="--cloakroom-wait: ${cloakroomSecondsLeft?c}"><#rt>
  <#if cloakroomSecondsLeft gt 0>
    <p class="cloakroom-until"><@words.around message=lives><span class="cloakroom-countdown cloakroom-clock" data-seconds="${cloakroomSecondsLeft?c}"><span>${cloakroomMinutesLeft?c}</span></span></@words.around><#nested></p>
  </#if>
  <#if cloakroomSecondsLeft gt 0 || !error?has_content>
    <p id="cloakroom-dead" class="cloakroom-after" data-seconds="${cloakroomSecondsLeft?c}">${msg(dead)}</p>
  </#if>
</div>
</#macro>

<#-- Another mail: the wait for it first, then the button in the same place. Where nothing else works any more, it is the page's main action. -->
<#macro resend again wait>
<div class="cloakroom-no-mail">
  <p class="cloakroom-hint">${msg("cloakroomNoMail")}</p>
  <div class="cloakroom-turn" style="--cloakroom-wait: ${cloakroomResendSeconds?c}">
    <button id="cloakroom-resend" class="${(cloakroomSecondsLeft gt 0)?then(properties.kcButtonSecondaryClass!, properties.kcButtonPrimaryClass!)} ${properties.kcButtonBlockClass!} cloakroom-after" type="submit" name="resend" value="resend">${msg(again)}</button>
    <#if cloakroomResendSeconds gt 0>
      <p class="cloakroom-hint cloakroom-wait cloakroom-until" id="cloakroom-wait" data-seconds="${cloakroomResendSeconds?c}"><@words.around message=wait><span class="cloakroom-countdown" data-seconds="${cloakroomResendSeconds?c}"><span>${cloakroomResendSeconds?c}</span></span></@words.around></p>
    </#if>
  </div>
  <#if cloakroomMayChange>
    <button id="cloakroom-change" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" type="submit" name="change" value="change">${msg("cloakroomChangeAddress")}</button>
  </#if>
</div>
<p id="cloakroom-news" class="cloakroom-unseen" role="status" data-resendable="${msg("cloakroomResendNow")}"></p>
</#macro>
