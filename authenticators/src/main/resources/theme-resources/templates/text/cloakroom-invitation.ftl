<#ftl output_format="plainText">
${msg("cloakroomInvitationIntro", realmName)}

${signInLink}

${msg(lifespanUnit, lifespan, expiresAt)}

${msg("cloakroomInvitationSent", askedAt)}
<#if appName?has_content>
${msg("cloakroomMailApp", appName)}
</#if>

${msg("cloakroomInvitationNotYou")}
<#if notMeLink?has_content>
${msg("cloakroomMailNotMe")}

${notMeLink}
</#if>
