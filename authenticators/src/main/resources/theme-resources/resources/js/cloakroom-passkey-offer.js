import { base64url } from "rfc4648";

// What Keycloak's own script does, but for its question for a name: nobody knows what to answer there. The name comes with the form.
const form = document.getElementById("register");
const { dataset, elements } = form;
const PATIENCE = 10_000;
const ES256 = -7;
let isAdding = false;

function bytes(text) {
  return base64url.parse(text, { loose: true });
}

function text(buffer) {
  return base64url.stringify(new Uint8Array(buffer), { pad: false });
}

function list(words) {
  return words.split(",").filter(Boolean);
}

// What a policy leaves open is for the browser to decide.
function decided(value) {
  return value && value !== "not specified" ? value : undefined;
}

function options() {
  const algorithms = list(dataset.algorithms).map(Number);
  const residentKey = decided(dataset.residentKey) ?? { Yes: "required", No: "discouraged" }[dataset.requireResidentKey];
  return {
    challenge: bytes(dataset.challenge),
    // Keycloak knows no id where the server's name is no host name; then the browser takes the page's own.
    rp: { id: dataset.rpId || undefined, name: dataset.rpName },
    user: { id: bytes(dataset.userId), name: dataset.username, displayName: dataset.username },
    pubKeyCredParams: (algorithms.length > 0 ? algorithms : [ES256]).map((alg) => ({ type: "public-key", alg })),
    attestation: decided(dataset.attestation),
    authenticatorSelection: {
      authenticatorAttachment: decided(dataset.attachment),
      residentKey,
      requireResidentKey: residentKey === "required",
      userVerification: decided(dataset.userVerification),
    },
    timeout: Number(dataset.timeout) * 1000 || undefined,
    excludeCredentials: list(dataset.exclude).map((id) => ({ type: "public-key", id: bytes(id) })),
  };
}

function keep({ rawId, response, authenticatorAttachment }) {
  elements.clientDataJSON.value = text(response.clientDataJSON);
  elements.attestationObject.value = text(response.attestationObject);
  elements.publicKeyCredentialId.value = text(rawId);
  elements.transports.value = response.getTransports?.().join() ?? "";
  elements.authenticatorAttachment.value = authenticatorAttachment ?? "";
  elements.authenticatorLabel.value = dataset.label;
}

async function add() {
  // One prompt at a time: whoever asks for a second one would end the first.
  if (isAdding) {
    return;
  }
  isAdding = true;
  try {
    keep(await navigator.credentials.create({ publicKey: options() }));
  } catch (error) {
    elements.error.value = window.PublicKeyCredential ? error : dataset.unsupported;
  }
  form.requestSubmit();
  setTimeout(release, PATIENCE);
}

// Back from the next page, or where the answer does not come, another try is possible.
function release() {
  isAdding = false;
}

window.addEventListener("pageshow", ({ persisted }) => persisted && release());

document.getElementById("cloakroom-add").addEventListener("click", (event) => {
  event.preventDefault();
  add();
});
