// The search field as a combobox: arrow keys choose, Enter goes there, Escape closes; otherwise the form is sent.
// With data-suggest-into the chosen value is put into that hidden field, and the form sent by its first button.
const accept = (input, option) => {
  if (!input.dataset.suggestInto) { location.href = option.dataset.href; return; }
  byId(input.dataset.suggestInto).value = option.dataset.value;
  input.form.requestSubmit(input.form.querySelector("[type=submit]"));
};
prepare.push((from) => each("[data-suggest]", (input) => {
  const list = byId(input.id + "-list"), status = input.form.querySelector("[data-suggest-status]");
  let timer, request, at = -1;
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" }).forEach(([name, value]) => input.setAttribute(name, value));
  const choose = (index) => {
    const options = list.children;
    if (options[at]) options[at].setAttribute("aria-selected", "false");
    at = index;
    const option = options[at];
    if (option) { option.setAttribute("aria-selected", "true"); option.scrollIntoView({ block: "nearest" }); input.setAttribute("aria-activedescendant", option.id); }
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (open) => { list.hidden = !open; input.setAttribute("aria-expanded", open); choose(-1); };
  const ask = async () => {
    if (request) request.abort();
    const words = input.value.trim();
    if (words.length < 2) return show(false);
    request = new AbortController();
    try {
      const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(words), { signal: request.signal });
      if (!answer.ok) return;
      list.innerHTML = await answer.text();
      show(list.children.length > 0 && document.activeElement === input);
      status.textContent = said(status.dataset.some, "count", list.children.length);
    } catch { /* a newer question, or no network: the form still works */ }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); accept(input, list.children[at]); }
    else if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? count - 1 : at - 1;
      if (list.hidden) show(true);
      choose(next >= count ? -1 : next);
    }
  });
  input.addEventListener("blur", () => setTimeout(() => show(false), 150));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) accept(input, option); });
}, from));
