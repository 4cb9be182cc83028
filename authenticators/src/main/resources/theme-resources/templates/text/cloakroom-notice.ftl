<#ftl output_format="plainText">
<#import "cloakroom-layout.ftl" as layout>
<@layout.mail heading=msg(heading)>
${msg(intro, serviceName)}

${msg(advice)}

<@layout.context browser=browser/>

<@layout.notMe text=msg("cloakroomNoticeNotYou")/>
</@layout.mail>
