// A passkey is made or used by the browser; its answer goes back in a hidden field of the same form.
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const textOf = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (options) => {
  options.challenge = bytesOf(options.challenge);
  if (options.user) options.user.id = bytesOf(options.user.id);
  for (const one of [...(options.excludeCredentials || []), ...(options.allowCredentials || [])]) one.id = bytesOf(one.id);
  return options;
};
const answerOf = ({ id, rawId, type, response, authenticatorAttachment }) => {
  const said = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) if (response[name]) said[name] = textOf(response[name]);
  return JSON.stringify({ id, rawId: textOf(rawId), type, response: said, authenticatorAttachment, clientExtensionResults: {} });
};
prepare.push((from) => each("[data-passkey-start]", (button) => { button.hidden = !window.PublicKeyCredential; }, from));
on("click", "[data-passkey-start]", async (button, event) => {
  event.preventDefault();
  const form = button.form, said = form.querySelector("[data-passkey-said]");
  button.disabled = true;
  said.textContent = "";
  try {
    const publicKey = withBytes(JSON.parse(form.dataset.options));
    form.elements.passkey.value = answerOf(await navigator.credentials[form.dataset.passkey]({ publicKey }));
    form.submit();
  } catch {
    said.textContent = said.dataset.passkeySaid;
    button.disabled = false;
  }
});
