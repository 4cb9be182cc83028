<#ftl output_format="plainText">
<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg("cloakroomInvitationHeading")>
${msg("cloakroomInvitationIntro", serviceName)}

${signInLink}

${msg(lifespanUnit, lifespan, expiresAt)}

<@layout.context askedAtKey="cloakroomInvitationSent"/>

<@layout.notMe text=msg("cloakroomInvitationNotYou")/>
</@layout.mail>
