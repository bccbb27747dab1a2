// The counter by keyboard: Enter goes on to the next empty field or question, in a field that looks something up it sends the form.
// Among papers Space takes what the list asks for, arrows move, Enter leaves. A digit chooses the reason. Receipts print at once.
const LIVE = "input:not([type=hidden]), select, textarea, button:not([tabindex='-1'])";
const live = (form) => [...form.querySelectorAll(LIVE)].filter((one) => one.offsetParent && !one.closest("details:not([open])") && !one.disabled && (one.type !== "radio" || one.checked || !form.querySelector(`[name="${one.name}"]:checked`)));
const onward = (form, from) => {
  const within = from.closest("[data-paper]") && from.closest("tbody"), all = live(form);
  const next = all.find((one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && !(within && within.contains(one)) && !(one.name === from.name && one.type === "radio") && !(one.matches("input.input") && one.value && !one.closest("[data-paper]")) && !one.matches(".button-plain"));
  if (next) { next.focus(); if (next.select) next.select(); }
};
const inTable = (input, rows, columns) => {
  const row = input.closest("tr"), at = [...row.querySelectorAll("input")].indexOf(input);
  const all = [...row.parentNode.querySelectorAll("[data-paper]")].filter((one) => one.querySelector("input"));
  const there = all[all.indexOf(row) + rows], target = there && there.querySelectorAll("input")[at + columns];
  if (target) { target.focus(); if (target.select) target.select(); }
  return target;
};
const takeUsual = (input) => {
  const counts = [...input.closest("tr").querySelectorAll("[data-usual]")];
  const asked = counts.filter((one) => one.dataset.usual);
  (asked.length ? asked : counts.slice(0, 1)).forEach((one) => { one.value = one.dataset.usual || 1; });
  if (!inTable(input, 1, 0)) onward(input.form, input);
};
const ARROWS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
on("keydown", "[data-paper] input", (input, event) => {
  if (ARROWS[event.key]) { event.preventDefault(); inTable(input, ...ARROWS[event.key]); }
  else if (event.key === " " && input.type !== "checkbox") { event.preventDefault(); takeUsual(input); }
});
on("keydown", "[data-digits] input", (input, event) => {
  const box = input.closest("[data-digits]").querySelectorAll("input")[(Number(event.key) + 9) % 10];
  if (!/^[0-9]$/.test(event.key) || !box) return;
  event.preventDefault();
  box.checked = true;
  onward(input.form, box);
});
on("keydown", "[data-reception] input", (input, event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
  if ("lookHere" in input.dataset && input.value.trim()) return;
  event.preventDefault();
  onward(input.form, input);
});
if (document.body.hasAttribute("data-print-now")) addEventListener("load", () => setTimeout(() => window.print(), 100));
