<#import "cloakroom-layout.ftl" as layout>
<#assign until=msg(lifespanUnit, lifespan, expiresAt)>
<@layout.mail heading=msg("cloakroomInvitationHeading") preheader=until>
<@layout.paragraph>${msg("cloakroomInvitationIntro", serviceName)}</@layout.paragraph>
<@layout.button link=signInLink text=msg("cloakroomMailButton", serviceName)/>
<@layout.paragraph>${until}</@layout.paragraph>
<@layout.rest>
<@layout.context askedAtKey="cloakroomInvitationSent"/>
<@layout.notMe text=msg("cloakroomInvitationNotYou")/>
</@layout.rest>
</@layout.mail>
