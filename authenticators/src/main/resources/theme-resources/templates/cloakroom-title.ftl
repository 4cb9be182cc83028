<#-- What stands in the tab, and what a screen reader says first: what has happened, then where one is, then whose page it is.
     Called before the layout, which prints it. A title has no room for markup, which messages may have. -->
<#macro of heading news=(message.summary)!"">
  <#global title=[news?replace("<[^>]*>", "", "r"), heading, (realm.displayName)!realm.name]?filter(words -> words?has_content)?join(" – ")>
</#macro>
