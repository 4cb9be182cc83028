// Every node that a rule of these tags finds fault with.
const [tags, answer] = arguments;
// The label of this field points to another one, in a template of Keycloak's. Where a script of ours comes along, it mends that.
const isOurs = document.body.dataset.pageId?.startsWith("login-cloakroom-");
const isKeycloaks = (rule, node) => !isOurs && rule.id === "label" && node.target.join() === "#kc-attempted-username";
axe
  .run(document, { runOnly: { type: "tag", values: tags.split(" ") }, resultTypes: ["violations"] })
  .then(({ violations }) =>
    violations.flatMap((rule) =>
      rule.nodes
        .filter((node) => !isKeycloaks(rule, node))
        .map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`),
    ),
  )
  .then(answer, (error) => answer([`axe-core failed: ${error}`]));
