// A form with data-autosave="URL" posts itself a moment after the typing stops and says when it was saved.
// The answer is JSON: {"saved": "14:32", "fields": {"revision": "5"}}; fields renew hidden inputs. Nothing unsent is forgotten:
// it stays on the page, is sent again when the network is back, and leaving the page then asks first.
// A form sent while it is being saved waits for the answer, because that answer renews its revision.
const unsaved = new Map();
const tell = (form, key, time) => {
  const note = form.querySelector("[data-autosave-note]");
  if (!note) return;
  note.textContent = said(note.dataset[key], "time", time || "");
  note.classList.toggle("saved-wrong", key === "offline" || key === "refused");
};
const draftOf = (form) => {
  const data = new FormData(form);
  each("input[type=file]", (input) => data.delete(input.name), form);
  return data;
};
const save = async (form, leaving) => {
  const state = unsaved.get(form);
  if (!state || state.busy) return;
  state.busy = true;
  state.again = false;
  clearTimeout(state.timer);
  let wait = 0;
  try {
    tell(form, "saving");
    const answer = await fetch(form.dataset.autosave, { method: "POST", body: draftOf(form), keepalive: leaving === true, headers: { "X-Autosave": "1", Accept: "application/json" } });
    if (answer.ok) {
      const news = await answer.json().catch(() => ({}));
      Object.entries(news.fields || {}).forEach(([name, value]) => { if (form.elements[name]) form.elements[name].value = value; });
      tell(form, "saved", news.saved || new Date().toTimeString().slice(0, 5));
    } else if (answer.status < 500) {
      tell(form, "refused");
    } else throw new Error(answer.status);
  } catch {
    tell(form, "offline");
    wait = 5000;
  }
  state.busy = false;
  state.failed = wait > 0;
  const send = state.send;
  delete state.send;
  if (send && !wait) {
    unsaved.delete(form);
    form.requestSubmit(send.submitter);
  } else if (wait || state.again) state.timer = setTimeout(() => save(form), wait || 800);
  else unsaved.delete(form);
};
const changed = (form, event) => {
  if (event.target.type === "file") return;
  const state = unsaved.get(form) || {};
  unsaved.set(form, state);
  state.again = true;
  if (state.busy) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), 800);
};
on("input", "form[data-autosave]", changed);
on("change", "form[data-autosave]", changed);
on("submit", "form[data-autosave]", (form, event) => {
  const state = unsaved.get(form);
  if (!state) return;
  clearTimeout(state.timer);
  if (!state.busy) return unsaved.delete(form);
  event.preventDefault();
  state.send = { submitter: event.submitter };
});
const saveAll = (leaving) => [...unsaved.keys()].forEach((form) => save(form, leaving));
addEventListener("online", () => saveAll());
addEventListener("beforeunload", (event) => { if ([...unsaved.values()].some((state) => state.failed)) event.preventDefault(); });
addEventListener("pagehide", () => saveAll(true));
document.addEventListener("visibilitychange", () => { if (document.hidden) saveAll(true); });
