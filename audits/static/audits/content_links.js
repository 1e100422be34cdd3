/* Gives the focus to a refusal, and leads from a defect to the field that its content is written in. */
const FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable=true]";

function fieldOf(path) {
  const [field, ...within] = path.split(".");
  return within.reduce(
    (element, id) => element?.querySelector(`[data-contentpath="${CSS.escape(id)}"]`),
    document.querySelector(`[data-contentpath="${CSS.escape(field)}"]`),
  );
}

function open(element) {
  for (let panel = element.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    panel.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
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
  const reached = [...element.querySelectorAll(FIELDS), ...element.querySelectorAll("button")];
  reached.find((control) => control.checkVisibility())?.focus({ preventScroll: true });
});

document.querySelector("[data-refusal]")?.focus();
