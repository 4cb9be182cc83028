// The place that has the focus, and whatever is wrong with how it shows that.
const answer = arguments[arguments.length - 1];
const place = document.activeElement;
// A field may leave it to the box around it.
const isOutlined = [place, place.parentElement.closest(".pf-v5-c-form-control")].filter(Boolean).some((element) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
});
const { top, bottom, left, right } = place.getBoundingClientRect();
const faults = [];
if (!isOutlined) {
  faults.push(" without an outline");
}
if (top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1) {
  faults.push(" out of sight");
}
answer([(place.id || place.name || place.textContent.trim()) + faults.join("")]);
