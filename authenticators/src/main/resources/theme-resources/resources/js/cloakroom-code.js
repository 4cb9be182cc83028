// The code in groups of four, as the mail shows it. The server reads any spelling: this is for the eyes alone.
const field = document.getElementById("code");
const wholeCode = Number(field.dataset.length);
const GROUP = 4;
let shown = read(field.value);

function read(text) {
  return text.match(/[\p{L}\p{Nd}]/gu) ?? [];
}

function grouped(characters) {
  return characters.map((character, i) => (i > 0 && i % GROUP === 0 ? `-${character}` : character)).join("");
}

function show(characters, caret) {
  const text = grouped(characters);
  if (text !== field.value) {
    field.value = text;
    const position = grouped(characters.slice(0, caret)).length;
    field.setSelectionRange(position, position);
  }
  shown = characters;
}

// Whoever deletes a dash means the character behind it.
function meant(inputType) {
  const characters = read(field.value);
  let caret = read(field.value.slice(0, field.selectionStart)).length;
  if (characters.join("") === shown.join("")) {
    if (inputType === "deleteContentBackward" && caret > 0) {
      caret -= 1;
      characters.splice(caret, 1);
    } else if (inputType === "deleteContentForward") {
      characters.splice(caret, 1);
    }
  }
  return { characters, caret };
}

// A code that came whole, pasted or filled in, needs no button. After a refusal only a paste is a new try:
// a password manager might fill in the same again.
function isAnswer(inputType, before) {
  const isPasted = inputType.startsWith("insertFrom");
  const isFilledIn = !inputType.startsWith("history") && shown.length - before.length > 1;
  return shown.length === wholeCode && (isPasted || (isFilledIn && !field.hasAttribute("aria-invalid")));
}

field.addEventListener("input", ({ inputType = "", isComposing }) => {
  if (isComposing) {
    return;
  }
  const before = shown;
  const { characters, caret } = meant(inputType);
  show(characters, caret);
  if (isAnswer(inputType, before)) {
    field.form.requestSubmit(document.getElementById("cloakroom-verify"));
  }
});

field.addEventListener("compositionend", () => {
  const { characters, caret } = meant("");
  show(characters, caret);
});

show(shown, shown.length);
