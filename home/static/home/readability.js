/* Reads the draft again each time that it was saved, and shows what would be easier to read. */
const place = document.querySelector("[data-readability]");

async function read() {
  try {
    const answer = await fetch(place.dataset.readability);
    if (answer.ok && !answer.redirected) {
      place.replaceChildren(document.createRange().createContextualFragment(await answer.text()));
    }
  } catch {
    /* What was read before stays: the next saving asks again. */
  }
}

if (place) document.addEventListener("w-autosave:success", read);
