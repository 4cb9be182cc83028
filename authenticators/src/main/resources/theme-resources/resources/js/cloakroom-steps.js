// One answer for each page: a second click would only meet a code that the first one has spent.
const PATIENCE = 10_000;
for (const form of document.querySelectorAll("form[id^='cloakroom-']")) {
  let sent = false;
  let release;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.classList.add("cloakroom-sent");
    // No script is told that somebody has stopped waiting for the answer.
    release = setTimeout(again, PATIENCE);
  });
  // Back from the next page, the form may be sent again.
  window.addEventListener("pageshow", again);
  function again() {
    clearTimeout(release);
    sent = false;
    form.querySelector(".cloakroom-sent")?.classList.remove("cloakroom-sent");
  }
}

// Whether a passkey can be offered later on is for the browser to say.
if (window.PublicKeyCredential) {
  for (const field of document.querySelectorAll("form[id^='cloakroom-'] input[name='passkeys']")) {
    field.value = "yes";
  }
}

// Keycloak names the page without the invitation that led to it; a reload would then find nobody invited.
for (const form of document.querySelectorAll("form[id^='cloakroom-']")) {
  const invitation = new URL(form.action).searchParams.get("token");
  const page = new URL(location.href);
  if (invitation && !page.searchParams.has("token")) {
    page.searchParams.set("token", invitation);
    history.replaceState(history.state, "", page);
  }
}

// Keycloak's field with the name already given stands under a label that points to another one.
for (const given of document.querySelectorAll("#kc-attempted-username")) {
  given.setAttribute("aria-label", given.closest(".pf-v5-c-form__group").querySelector("label").textContent.trim());
}

// A time that was written in UTC, as the page's language writes it where the visitor is.
for (const moment of document.querySelectorAll("time[datetime]")) {
  const { lang } = document.documentElement;
  const when = new Date(moment.dateTime);
  const text = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(when);
  const parts = new Intl.DateTimeFormat(lang, { timeZoneName: "short" }).formatToParts(when);
  moment.textContent = `${text} ${parts.find(({ type }) => type === "timeZoneName").value}`;
}
