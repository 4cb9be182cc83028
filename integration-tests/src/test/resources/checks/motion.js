// For people whom movement makes ill. A wait that counts down and ends is no movement: it is what the page has to say.
const answer = arguments[arguments.length - 1];
const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : `.${element.className}`);
const longest = (list) => Math.max(...list.split(",").map(parseFloat));

const faults = [];
if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
  faults.push("The browser does not say that its owner prefers less motion");
}
for (const animation of document.getAnimations()) {
  if (!animation.animationName?.startsWith("cloakroom-wait-")) {
    faults.push(`${name(animation.effect.target)} moves: ${animation.animationName ?? animation.transitionProperty}`);
  }
}
for (const element of document.body.querySelectorAll("*")) {
  const { transitionDuration } = getComputedStyle(element);
  if (element.checkVisibility() && longest(transitionDuration) > 0.05) {
    faults.push(`${name(element)} takes ${transitionDuration} to change`);
  }
}
answer(faults);
