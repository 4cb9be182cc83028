<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading) preheader=msg(advice)>
<@layout.paragraph>${msg(intro, serviceName)}</@layout.paragraph>
<@layout.paragraph>${msg(advice)}</@layout.paragraph>
<@layout.rest>
<@layout.context browser=browser/>
<@layout.notMe text=msg("cloakroomNoticeNotYou")/>
</@layout.rest>
</@layout.mail>
