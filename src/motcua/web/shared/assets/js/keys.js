// Keys of the desk: j k move through the rows, / goes to the search, ? shows help. They can be turned off.
// A page names further keys: data-key on a link follows it, on a section it goes to the first thing to do there.
const rows = () => [...document.querySelectorAll("[data-row]")];
const move = (by) => {
  const all = rows();
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement.closest("[data-row]")) + by))];
  if (next) next.focus();
};
const tick = () => {
  const box = document.activeElement.closest("tr")?.querySelector("[data-ticks] input[type=checkbox]");
  if (box) { box.checked = !box.checked; move(1); }
};
const keys = { x: tick, j: () => move(1), k: () => move(-1), "/": () => { const field = document.querySelector("[data-key-search]"); if (field) { field.focus(); field.select(); } }, "?": () => { const help = byId("keys-help"); if (help && !help.open) help.showModal(); } };
const CONTROLS = "summary, button, select, textarea, input:not([type=hidden]), a";
const named = (key) => key.length === 1 && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
const take = (place) => { if (place.matches("a")) place.click(); else (place.querySelector(CONTROLS) || place).focus(); };
const off = () => { try { return localStorage.getItem("keys-off") === "1"; } catch { return false; } };
prepare.push((from) => each("[data-keys-off]", (box) => { box.checked = off(); }, from));
on("change", "[data-keys-off]", (box) => { try { localStorage.setItem("keys-off", box.checked ? "1" : "0"); } catch { /* private window */ } });
document.addEventListener("keydown", (event) => {
  if (!document.body.hasAttribute("data-keys") || off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || document.querySelector("dialog[open]")) return;
  const place = named(event.key);
  if (keys[event.key] || place) event.preventDefault();
  if (keys[event.key]) keys[event.key]();
  else if (place) take(place);
});
