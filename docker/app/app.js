// An app in the browser that people sign in to: the authorization code flow with PKCE, by oidc-client-ts.
// What stands here is all that an app needs; how the page looks is in page.js.
import * as page from "./page.js";

const { UserManager, WebStorageStateStore, ErrorResponse } = globalThis.oidc;
const config = await (await fetch("/config.json")).json();
const here = `${location.origin}/`;
// Tokens end with the tab, and nothing but this origin reads them.
const store = new WebStorageStateStore({ store: sessionStorage });

const managers = new Map(
  config.clients.map((client) => [
    client.id,
    new UserManager({
      authority: config.issuer,
      client_id: client.id,
      redirect_uri: here,
      post_logout_redirect_uri: here,
      scope: "openid profile email",
      userStore: store,
      stateStore: store,
      // Without this the library keeps acr, amr and auth_time to itself.
      filterProtocolClaims: false,
    }),
  ]),
);

/** What the app asks for; everything is the same redirect with another parameter. */
const asks = {
  "sign-in": {},
  "step-up": { acr_values: "2" },
  again: { prompt: "login" },
  recent: { max_age: 60 },
  passkey: { extraQueryParams: { kc_action: "webauthn-register-passwordless" } },
};

function ask(what, more = {}) {
  const state = { asked: what, at: Date.now() / 1000 };
  return manager().signinRedirect({ ...asks[what], ...more, nonce: crypto.randomUUID(), state });
}

/** Keycloak sent the browser back: the code is exchanged for tokens, and leaves the address bar. */
async function comeBack() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has("state")) {
    return;
  }
  try {
    const user = await manager().signinCallback();
    page.report(user.state, user.profile, answer.get("kc_action_status"));
  } catch (error) {
    page.complain(error instanceof ErrorResponse ? error.error_description || error.error : error.message);
  } finally {
    history.replaceState(null, "", here);
  }
}

/** Ends the session at Keycloak, and with it what each of the apps here has kept. */
async function signOut() {
  const { id_token } = await manager().getUser();
  await Promise.all([...managers.values()].map((other) => other.removeUser()));
  await manager().signoutRedirect({ id_token_hint: id_token });
}

/** The app in use, which survives the redirect in this tab. */
function manager() {
  return managers.get(sessionStorage.getItem("client")) ?? managers.values().next().value;
}

async function use(client) {
  sessionStorage.setItem("client", client);
  page.show(await manager().getUser(), config, client);
}

page.onAsk((what, more) => {
  const asking = what === "sign-out" ? signOut() : ask(what, more);
  asking.catch((error) => page.complain(error.message));
});
page.offer(config, use);
for (const each of managers.values()) {
  // Tokens are renewed shortly before they expire. Where Keycloak refuses that, the session is over.
  each.events.addSilentRenewError(async () => {
    await each.removeUser();
    page.complain("Keycloak has ended this session.");
    await use(manager().settings.client_id);
  });
  each.events.addUserLoaded(() => use(manager().settings.client_id));
}
await comeBack();
await use(manager().settings.client_id);
