import { initAuthenticate } from "./passkeysConditionalAuth.js";
import { doAuthenticate, getAllowCredentials, returnSuccess } from "./webauthnAuthenticate.js";

// Keycloak's own scripts talk to the browser. What they need comes with the form that they fill in.
const form = document.getElementById("webauth");
const { dataset } = form;
const input = {
  challenge: dataset.challenge,
  // Keycloak knows none where the server's name is no host name; then the browser takes the page's own.
  rpId: dataset.rpId || undefined,
  userVerification: dataset.userVerification,
  createTimeout: Number(dataset.timeout),
  mediation: dataset.mediation,
  authenticatorAttachment: dataset.attachment,
  isUserIdentified: dataset.identified === "true",
};

// Where the passkey does not do, the address that was typed is not lost.
form.addEventListener("submit", () => {
  form.elements.username.value = document.getElementById("username").value;
});

const PATIENCE = 10_000;
const button = document.getElementById("cloakroom-passkey");
const status = document.getElementById("cloakroom-passkey-cancelled");
let isAsking = false;
let suggesting;

// The field offers passkeys. That begins in a while; a prompt that was there before would be ended by it.
function suggest() {
  suggesting = new Promise((begun) => {
    initAuthenticate(input, begun).finally(begun);
  });
}

async function ask() {
  // One prompt at a time: each new one ends the one before.
  if (isAsking) {
    return;
  }
  isAsking = true;
  status.textContent = "";
  await suggesting;
  try {
    returnSuccess(await doAuthenticate({ ...input, allowCredentials: input.isUserIdentified ? getAllowCredentials() : [] }));
    setTimeout(release, PATIENCE);
  } catch (error) {
    release();
    // Cancelled, timed out, or no passkey here: nothing is lost, and the address field offers passkeys again. A prompt that
    // another one has taken the place of is no news.
    if (error?.name !== "AbortError") {
      status.textContent = status.dataset.text;
      suggest();
    }
  }
}

// Back from the next page, or where the answer does not come, the button may be pressed again.
function release() {
  isAsking = false;
}

// A browser that knows no passkeys is shown no button for them.
if (window.PublicKeyCredential) {
  button.hidden = false;
  button.addEventListener("click", ask);
  window.addEventListener("pageshow", ({ persisted }) => persisted && release());
  suggest();
}
