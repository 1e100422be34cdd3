/* Keeps the progress of an audit up to date, and loads its page again once its state has changed. */
const INTERVAL = 3000;
const shown = document.querySelector("[data-audit-progress]");
const spoken = document.querySelector("[data-audit-spoken]");
const stateOf = (element) => element.querySelector("[data-audit-state]").dataset.auditState;
const tenths = () => {
  const bar = shown.querySelector("progress");
  return Math.floor((10 * bar.value) / bar.max);
};

async function refresh() {
  let answer;
  try {
    answer = await fetch(shown.dataset.auditProgress, { credentials: "same-origin" });
  } catch {
    return; // the network may come back: the next turn tries again
  }
  if (!answer.ok || answer.redirected) return;
  const before = [stateOf(shown), tenths()];
  shown.innerHTML = await answer.text();
  if (stateOf(shown) !== before[0]) return location.reload();
  if (tenths() !== before[1]) spoken.textContent = shown.querySelector("label").textContent.trim();
}

if (shown) {
  document.querySelector("[data-audit-refresh]").hidden = true;
  setInterval(() => document.hidden || refresh(), INTERVAL);
}
