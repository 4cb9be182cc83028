// Where the system decides on all colours, backgrounds and shadows are gone; lines stay.
const answer = arguments[arguments.length - 1];
const sides = ["Top", "Right", "Bottom", "Left"];
const hasLine = (element, pseudo, side) => {
  const style = getComputedStyle(element, pseudo);
  const isThere = !pseudo || style.content !== "none";
  return isThere && style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0;
};
// One side may be drawn by the element, another one by what stands before or after it.
const hasEdge = (element) => sides.every((side) => [null, "::before", "::after"].some((pseudo) => hasLine(element, pseudo, side)));

const faults = [];
if (!matchMedia("(forced-colors: active)").matches) {
  faults.push("The browser does not force colours");
}
for (const element of document.querySelectorAll("button, input:not([type=hidden]), select")) {
  const isShown = element.checkVisibility({ visibilityProperty: true });
  const isNative = element.matches("[type=checkbox], [type=radio]");
  const isLink = element.matches(".pf-m-link");
  const box = element.parentElement.closest(".pf-v5-c-form-control");
  if (isShown && !isNative && !isLink && !hasEdge(element) && !(box && hasEdge(box))) {
    faults.push(`${element.tagName.toLowerCase()}#${element.id} has no edge`);
  }
}
answer(faults);
