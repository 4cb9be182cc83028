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

const button = document.getElementById("cloakroom-passkey");
const status = document.getElementById("cloakroom-passkey-cancelled");

async function ask() {
  status.textContent = "";
  try {
    returnSuccess(await doAuthenticate({ ...input, allowCredentials: input.isUserIdentified ? getAllowCredentials() : [] }));
  } catch {
    // Cancelled, timed out, or no passkey here: nothing is lost, and the address field offers passkeys again.
    status.textContent = status.dataset.text;
    initAuthenticate(input);
  }
}

// A browser that knows no passkeys is shown no button for them.
if (window.PublicKeyCredential) {
  button.hidden = false;
  button.addEventListener("click", ask);
  initAuthenticate(input);
}
