// Keycloak's fields say to those who see them what is required, what helps and what is wrong. This says it to everybody.
const form = document.getElementById("cloakroom-sign-up-form");
const terms = form.elements.termsAccepted;

// A box out of many need not be ticked itself.
function require(field) {
  if (field.type === "radio") {
    field.required = true;
  } else if (field.type !== "checkbox" || field === terms) {
    field.setAttribute("aria-required", "true");
  }
}

function describe(field) {
  const { name } = field;
  const error = field === terms ? "input-error-terms-accepted" : `input-error-${name}`;
  const texts = [`form-help-text-before-${name}`, error, `form-help-text-after-${name}`].filter((id) => document.getElementById(id));
  if (texts.length > 0) {
    field.setAttribute("aria-describedby", texts.join(" "));
  }
}

for (const field of form.querySelectorAll("input:not([type='hidden']), select, textarea")) {
  describe(field);
  if (field === terms || field.closest(".pf-v5-c-form__group")?.querySelector(".pf-v5-c-form__label-required")) {
    require(field);
  }
  if (field.type === "email") {
    field.setAttribute("autocapitalize", "none");
    field.setAttribute("spellcheck", "false");
  }
}

// What is wrong comes first.
const wrong = [...form.querySelectorAll("[aria-invalid='true']")];
for (const field of wrong) {
  field.closest(".pf-v5-c-form-control:not(input)")?.classList.add("pf-m-error");
}
wrong[0]?.focus();
