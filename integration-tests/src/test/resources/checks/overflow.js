// Whatever sticks out of the page at its sides, and every text that its box cuts off or that something else covers.
const answer = arguments[arguments.length - 1];
const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : `.${element.className}`);
// Read out and not seen, on purpose.
const isForEarsOnly = (element) => element.closest("[hidden]") || element.getBoundingClientRect().width <= 1;

const faults = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth) {
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > page.clientWidth + 1 || left < -1;
  });
  faults.push(`The page is ${page.scrollWidth} wide on a screen of ${page.clientWidth}: ${wide.map(name).slice(0, 5).join(", ")}`);
}
for (const element of document.body.querySelectorAll("*")) {
  const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const { overflowX, overflowY } = getComputedStyle(element);
  const isCut =
    (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
    (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
  if (hasText && isCut && !isForEarsOnly(element) && !element.matches("script, style, select, option")) {
    faults.push(`${name(element)} cuts off its text`);
  }
}
// Each line of text, where it begins: what is in front there has to be that text.
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = words.nextNode(); node; node = words.nextNode()) {
  const element = node.parentElement;
  if (!node.textContent.trim() || isForEarsOnly(element) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
    continue;
  }
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const { left, top, width, height } of range.getClientRects()) {
    const front = document.elementFromPoint(left + Math.min(width / 2, 6), top + height / 2);
    if (front && width > 1 && !front.contains(element) && !element.contains(front)) {
      faults.push(`${name(front)} covers “${node.textContent.trim().slice(0, 30)}”`);
    }
  }
}
answer(faults);
