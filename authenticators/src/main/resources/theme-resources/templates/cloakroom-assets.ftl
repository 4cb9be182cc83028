<#-- Browsers keep what these addresses name for a month, so they change with every release of ours. -->
<#assign release="@project.version@">

<#macro sheet>
<link rel="stylesheet" href="${url.resourcesPath}/css/cloakroom-steps.css?v=${release}">
</#macro>

<#macro script name>
<script type="module" src="${url.resourcesPath}/js/${name}.js?v=${release}"></script>
</#macro>
