/* Passkeys: hands the server's options to the browser, and what the key answers to the form.
 * Without this script, or with a browser that knows no passkeys, these forms stay hidden: every other way works.
 */
(() => {
  const FAILED = "La clé n’a rien répondu. Réessayez, ou choisissez une autre façon de faire.";

  async function optionsOf(form) {
    const written = document.getElementById(form.dataset.passkeyOptions);
    if (written) {
      const data = JSON.parse(written.textContent);
      return (data.creation_options || data.request_options).publicKey;
    }
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options.publicKey;
  }

  async function ask(form) {
    const options = await optionsOf(form);
    if (form.dataset.passkey === "create") {
      return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    }
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  async function answer(form) {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.textContent = "";
    try {
      const credential = await ask(form);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.textContent = FAILED;
    }
  }

  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return;
  }
  for (const absent of document.querySelectorAll("[data-passkey-absent]")) {
    absent.hidden = true;
  }
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", () => answer(form));
  }
})();
