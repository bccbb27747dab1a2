// How many characters are left, once few are.
on("input", "[data-counter]", (area) => {
  const note = byId(area.dataset.counter);
  note.textContent = said(note.dataset.left, "left", area.maxLength - area.value.length);
});
