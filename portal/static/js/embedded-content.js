// Shows a third party's content inside the page, once the reader has asked for it. Without this script, the link remains.
for (const block of document.querySelectorAll("[data-frame-address]")) {
  const button = block.querySelector("button");
  const row = button.parentElement;

  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = block.dataset.frameTitle;
    frame.src = block.dataset.frameAddress;
    frame.allow = "fullscreen";
    row.replaceWith(frame);
    frame.focus();
  });
  row.hidden = false;
}
