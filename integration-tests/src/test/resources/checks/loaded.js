// Each address once, in a place that is a request of its own; fonts come when a text is drawn with them.
const answer = arguments[arguments.length - 1];
const drawn = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
drawn.then(() => document.fonts.ready).then(() => {
  const addresses = performance.getEntriesByType("resource").map(({ name }) => name.replace(/#.*/, ""));
  answer([...new Set(addresses)].filter((address) => address.startsWith("http")));
});
