/* Checks the saved draft when asked, and by itself a moment after it was saved. */
const PAUSE = 3000;
const CHECKING = "Vérification en cours";
const CHANGED = "Pas encore vérifié";
const FAILED = "Vérification impossible";
const form = document.querySelector("[data-draft-check]");
const result = document.querySelector("[data-draft-result]");
const status = document.querySelector("[data-draft-status]");
const toggle = document.querySelector('[data-side-panel-toggle="accessibility"]');
let timer;
let running = false;
let again = false;

function say(kind, label, toMend = 0) {
  for (const place of [result.querySelector("[data-draft-label]"), status]) {
    if (!place || place.textContent.trim() === label) continue;
    const words = document.createElement("span");
    words.className = `parvis-state parvis-state--${kind}`;
    words.textContent = label;
    place.replaceChildren(words);
  }
  const counter = toggle?.querySelector("[data-side-panel-toggle-counter]");
  if (!counter) return;
  toggle.setAttribute("aria-label", `Accessibilité du brouillon\u00a0: ${label}`);
  counter.textContent = toMend;
  counter.hidden = !toMend;
}

async function check() {
  clearTimeout(timer);
  again = running;
  if (running) return;
  running = true;
  say("checking", CHECKING);
  try {
    const answer = await fetch(`${form.action}?fragment`, { method: "POST", body: new FormData(form) });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const fragment = document.createRange().createContextualFragment(await answer.text());
    const { draftKind, toMend } = fragment.querySelector("[data-draft-kind]").dataset;
    const label = fragment.querySelector("[data-draft-label]").textContent.trim();
    result.replaceChildren(fragment);
    say(draftKind, label, Number(toMend));
  } catch {
    say("unavailable", FAILED);
  }
  running = false;
  if (again) check();
}

if (form && result) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  document.addEventListener("w-autosave:success", () => {
    say("unknown", CHANGED);
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
}
