// What the page has loaded, as the browser has measured it.
const answer = arguments[arguments.length - 1];
const faults = [];
for (const entry of performance.getEntriesByType("resource")) {
  const { origin, pathname } = new URL(entry.name);
  if (origin !== location.origin) {
    faults.push(`${entry.name} is somebody else's`);
  }
  if (entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking") {
    faults.push(`${pathname} keeps the page from being shown`);
  }
}
for (const script of document.querySelectorAll("script[src*=cloakroom]")) {
  if (script.type !== "module" && !script.defer) {
    faults.push(`${script.src} is neither a module nor deferred`);
  }
}
new PerformanceObserver((list) => {
  const shift = list.getEntries().filter((entry) => !entry.hadRecentInput);
  const score = shift.reduce((sum, entry) => sum + entry.value, 0);
  if (score > 0.01) {
    const moved = shift.flatMap((entry) => entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName));
    faults.push(`The layout shifts by ${score.toFixed(3)}: ${[...new Set(moved)].join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
// The observer is told of what has been before the next task.
setTimeout(() => answer(faults), 50);
