// Buttons that only make sense with a script: print, copy, help. And the error summary takes the focus.
prepare.push((from) => {
  each("[data-print], [data-copy], button[data-opens]", (button) => { button.hidden = false; }, from);
  each("[data-focus]", (box) => box.focus(), from);
});
on("click", "[data-print]", () => window.print());
on("click", "[data-copy]", async (button) => {
  const source = byId(button.dataset.copy);
  try {
    await navigator.clipboard.writeText((source.value || source.textContent).trim());
    button.querySelector("span").textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(source);
  }
});
// A link of the error summary puts the cursor into the field, or into the first box of a group.
on("click", ".error-summary a", (link, event) => {
  const target = byId(decodeURIComponent(link.hash.slice(1)));
  if (!target) return;
  event.preventDefault();
  const field = target.matches("fieldset") ? target.querySelector("input, select, textarea") || target : target;
  target.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
});
