import { registerByWebAuthn } from "./webauthnRegister.js";

// Keycloak's own script talks to the browser. What it needs comes with the form that it fills in.
const { dataset } = document.getElementById("register");
const input = {
  challenge: dataset.challenge,
  userid: dataset.userId,
  username: dataset.username,
  signatureAlgorithms: dataset.algorithms.split(",").filter(Boolean).map(Number),
  rpEntityName: dataset.rpName,
  // Keycloak knows none where the server's name is no host name; then the browser takes the page's own.
  rpId: dataset.rpId || undefined,
  attestationConveyancePreference: dataset.attestation,
  authenticatorAttachment: dataset.attachment,
  requireResidentKey: dataset.requireResidentKey,
  residentKey: dataset.residentKey,
  userVerificationRequirement: dataset.userVerification,
  createTimeout: Number(dataset.timeout),
  excludeCredentialIds: dataset.exclude,
  initLabel: dataset.label,
  initLabelPrompt: dataset.labelPrompt,
  errmsg: dataset.unsupported,
};

document.getElementById("cloakroom-add").addEventListener("click", (event) => {
  event.preventDefault();
  registerByWebAuthn(input);
});
