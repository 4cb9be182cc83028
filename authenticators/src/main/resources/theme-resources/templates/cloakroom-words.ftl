<#-- A sentence of which one word is more than text: the message has {0} where the nested content goes. -->
<#macro around message>
<#local parts=msg(message, "|")?split("|")>${parts[0]}<#nested>${parts[1]}</#macro>

<#-- A point in time: in UTC, until a script that knows the visitor's zone writes it anew. -->
<#macro moment at><time datetime="${at.iso()}">${at.text()}</time></#macro>
