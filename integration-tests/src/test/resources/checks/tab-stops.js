// The places in the document's order; a place that is seen before the one in front of it is marked. Focus goes before the first.
const answer = arguments[arguments.length - 1];
const start = document.createElement("span");
start.tabIndex = -1;
document.body.prepend(start);
start.focus();

const isRightToLeft = document.documentElement.dir === "rtl";
const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
  .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
const isSeenBefore = (one, other) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  if (a.bottom <= b.top + 1) {
    return true;
  }
  return a.top < b.bottom - 1 && (isRightToLeft ? a.left >= b.right - 1 : a.right <= b.left + 1);
};
answer(stops.map((stop, i) => (i > 0 && !isSeenBefore(stops[i - 1], stop) ? "out of order: " : "") + (stop.id || stop.name || stop.textContent.trim())));
