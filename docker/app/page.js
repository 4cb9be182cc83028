// What the tokens say, in words, and where it stands on the page.

const METHODS = {
  "email-otp": "a code by email",
  "magic-link": "a link by email",
  pwd: "a password",
  otp: "a code of an authenticator app",
  "recovery-code": "a recovery code",
  pop: "a security key",
  passkey: "a passkey",
};
const LEVELS = {
  0: "Level 0: this sign-in is too old to be worth anything more",
  1: "Level 1: one factor",
  2: "Level 2: a passkey, or two factors",
};
const UNITS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];
const TELLING = /^ {2}"(acr|amr|auth_time)"/;

const words = new Intl.ListFormat("en", { type: "conjunction" });
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const clock = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

const at = (id) => document.getElementById(id);

/** The choice of apps, which is why there are two: one more session shows single sign-on. */
export function offer(config, use) {
  at("mailbox").href = config.mailbox;
  for (const { id, name } of config.clients) {
    const choice = document.createElement("input");
    Object.assign(choice, { type: "radio", name: "app", value: id });
    choice.addEventListener("change", () => {
      quiet();
      use(id);
    });
    const label = document.createElement("label");
    label.append(choice, name);
    at("apps").append(label);
  }
}

export function onAsk(asked) {
  for (const button of document.querySelectorAll("[data-ask]")) {
    button.addEventListener("click", () => asked(button.dataset.ask));
  }
  at("sign-in").addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = [...new FormData(event.target)].filter(([, value]) => value);
    asked("sign-in", Object.fromEntries(typed));
  });
}

export function show(user, config, client) {
  for (const choice of document.querySelectorAll("[name=app]")) {
    choice.checked = choice.value === client;
  }
  at("signed-out").hidden = user !== null;
  at("signed-in").hidden = user === null;
  if (user) {
    tell(user, config, client);
  }
}

/** What became of the thing that was asked for. An app looks at the answer: not every ask is granted. */
export function report({ asked, at: askedAt }, claims, action) {
  if (asked === "step-up" && claims.acr !== "2") {
    say("notice", "Level 2 was asked for, and this account has nothing that reaches it. An app has to look at acr.");
  } else if (asked === "passkey") {
    say("notice", action === "success" ? "The passkey was added." : "No passkey was added.");
  } else if (claims.auth_time < Math.floor(askedAt)) {
    say("notice", "Nothing was asked: the session you already had was enough.");
  }
}

export function complain(reason) {
  say("problem", reason);
}

function tell({ profile, access_token, expires_at }, config, client) {
  const methods = (profile.amr ?? []).filter((each) => each !== "mfa" && !(each === "pop" && profile.amr.includes("passkey")));
  const proofs = methods.map((each) => METHODS[each] ?? each);
  at("headline").textContent = proofs.length ? `You signed in with ${words.format(proofs)}` : "You are signed in";
  at("level").textContent = LEVELS[profile.acr] ?? `Level ${profile.acr}`;
  at("level").dataset.level = profile.acr;
  at("since").textContent = `The last proof was ${since(profile.auth_time)}, at ${clock.format(profile.auth_time * 1000)}.`;
  facts({
    Name: profile.name,
    Address: profile.email && `${profile.email}, ${profile.email_verified ? "verified" : "not verified"}`,
    App: `${profile.azp}, which knows this person as ${profile.sub}`,
    "Tokens until": clock.format(expires_at * 1000),
  });
  at("account").href = `${config.issuer}/account/?${new URLSearchParams({ referrer: client, referrer_uri: `${location.origin}/` })}`;
  claims(at("id-token"), profile);
  claims(at("access-token"), payload(access_token));
}

function facts(all) {
  at("facts").replaceChildren();
  for (const [name, value] of Object.entries(all)) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.textContent = name;
    text.textContent = value ?? "not told";
    at("facts").append(term, text);
  }
}

/** The claims as JSON, with the lines marked that say how somebody signed in. */
function claims(place, all) {
  place.replaceChildren();
  let telling = false;
  for (const line of JSON.stringify(all, null, 2).split("\n")) {
    telling = TELLING.test(line) || (telling && !/^ {2}\S/.test(line)) || (telling && /^ {2}]/.test(line));
    const shown = document.createElement(telling ? "mark" : "span");
    shown.textContent = `${line}\n`;
    place.append(shown);
  }
}

function payload(token) {
  const bytes = atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0))));
}

function since(time) {
  const seconds = Math.max(0, Math.round(Date.now() / 1000 - time));
  const [unit, length] = UNITS.find(([, each]) => seconds >= each) ?? UNITS.at(-1);
  return ago.format(-Math.floor(seconds / length), unit);
}

function say(place, text) {
  at(place).textContent = text;
  at(place).hidden = false;
}

function quiet() {
  at("notice").hidden = true;
  at("problem").hidden = true;
}
