// A link to a page with a small form opens the same form as a dialog. Enter in it never sends twice.
on("click", "[data-opens]", (link, event) => {
  const dialog = byId(link.dataset.opens);
  if (!dialog || !dialog.showModal || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  dialog.showModal();
  const first = dialog.querySelector("form[method=post] :is(input:not([type=hidden]), textarea, select)");
  if (first) first.focus();
});
on("submit", "form[method=post]", (form, event) => {
  if (form.dataset.sent) return event.preventDefault();
  if (form.hasAttribute("hx-post") || event.defaultPrevented) return;
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 5000);
});
addEventListener("pageshow", () => each("form[data-sent]", (form) => { delete form.dataset.sent; }));
