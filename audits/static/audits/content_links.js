/* Gives the focus to a refusal, and leads from a defect to the field that its content is written in. */
const REACHED = "input:not([type=hidden]), textarea, select, [contenteditable=true], button";

function fieldOf(path) {
  const [field, ...within] = path.split(".");
  return within.reduce(
    (element, id) => element?.querySelector(`[data-contentpath="${CSS.escape(id)}"]`),
    document.querySelector(`[data-contentpath="${CSS.escape(field)}"]`),
  );
}

function open(element) {
  for (let around = element; around; around = around.parentElement) {
    const panel = around.closest("[data-panel]");
    if (!panel) break;
    const toggle = panel.querySelector("[data-panel-toggle][aria-expanded=false]");
    if (toggle) toggle.click();
    around = panel;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-content-link]");
  const path = link?.getAttribute("href").split("#:w:contentpath=");
  const element = path?.length === 2 && path[0] === "" ? fieldOf(path[1]) : null;
  if (!element) return;
  event.preventDefault();
  open(element);
  element.scrollIntoView({ block: "center" });
  [...element.querySelectorAll(REACHED)].find((field) => field.checkVisibility())?.focus({ preventScroll: true });
});

document.querySelector("[data-refusal]")?.focus();
