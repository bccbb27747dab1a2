// A form with data-outbox="ACCOUNT" is not lost with the line. What its button [data-outbox-send] would send is kept on this machine
// until the server has said that it has it, and is sent again and again under the form's own id, which counts once.
// Kept for the account that typed it: another who signs in here is told how many there are, and sees and sends none.
const BOX = "outbox";
const AGAIN = 8000, PATIENCE = 20000;
const held = () => { try { return JSON.parse(localStorage.getItem(BOX)) || []; } catch { return []; } };
const hold = (items) => localStorage.setItem(BOX, JSON.stringify(items));
const change = (id, news) => hold(held().map((one) => (one.id === id ? { ...one, ...news } : one)));
const drop = (id) => hold(held().filter((one) => one.id !== id));
const boxOf = () => document.querySelector("[data-outbox-list]");
const freshId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let place = 5; place >= 0; place -= 1, now = Math.floor(now / 256)) bytes[place] = now % 256;
  bytes[6] = 0x70 | (bytes[6] & 15);
  bytes[8] = 0x80 | (bytes[8] & 63);
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};
const sign = async (box) => {
  const answer = await fetch(box.dataset.pulse, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE), headers: { Accept: "application/json" } });
  if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) return { who: "" };
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};
const post = async (item, token) => {
  const body = new URLSearchParams(item.fields.filter(([name]) => name !== "csrfmiddlewaretoken"));
  body.set("held", String(Math.max(0, Date.now() - item.at)));
  return fetch(item.url, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE), headers: { "X-CSRFToken": token, "X-Outbox": "1", Accept: "application/json" } });
};
// Gives what became of it: sent, refused (the server says why), away (no line), out (signed out).
const deliver = async (item, box) => {
  try {
    const { who, token } = await sign(box);
    if (who !== item.who) return "out";
    const answer = await post(item, token);
    if (answer.ok) {
      const { code, href } = await answer.json();
      change(item.id, { state: "sent", code, href, fields: [] });
      return "sent";
    }
    if (answer.type === "opaqueredirect") return "out";
    if (answer.status < 500 && answer.status !== 429) {
      change(item.id, { state: "refused" });
      return "refused";
    }
  } catch { /* no line: it stays */ }
  return "away";
};
let sending = false, later;
const sendAll = async () => {
  const box = boxOf();
  if (!box || sending) return;
  sending = true;
  clearTimeout(later);
  const mine = held().filter((one) => one.who === box.dataset.who && one.state === "waiting");
  let how = "";
  for (const item of mine) {
    how = await deliver(item, box);
    if (how === "away" || how === "out") break;
  }
  sending = false;
  show(how);
  if (how === "away") later = setTimeout(sendAll, AGAIN);
};
const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
const line = (item, words) => {
  const row = make("li", "");
  row.dataset.state = item.state;
  const time = new Date(item.at).toTimeString().slice(0, 5);
  if (item.state === "sent") row.append(`${words.sent} `, make("a", item.code, { href: item.href, className: "code" }), ` · ${item.label}`);
  else row.append(`${words[item.state]} ${item.label} (${time})`);
  if (item.state === "refused") row.append(" ", make("button", words.open, { type: "button", className: "plain", onclick: () => reopen(item) }));
  row.append(" ", make("button", words.drop, { type: "button", className: "plain", onclick: () => { if (item.state === "sent" || confirm(words.sure)) { drop(item.id); show(); } } }));
  return row;
};
const show = (how) => {
  const box = boxOf();
  if (!box) return;
  const words = box.dataset, mine = held().filter((one) => one.who === words.who), others = held().length - mine.length;
  const waits = mine.filter((one) => one.state === "waiting").length;
  box.hidden = !mine.length && !others;
  const head = how === "out" ? words.out : waits ? said(words.waits, "count", waits) : mine.some((one) => one.state === "refused") ? words.look : words.none;
  box.querySelector("[data-outbox-head]").textContent = mine.length ? head : said(words.others, "count", others);
  box.querySelector("ul").replaceChildren(...mine.map((one) => line(one, words)));
};
const typedInto = (fields, form) => fields.forEach(([name, value]) => form.append(make("input", "", { type: "hidden", name, value })));
// What was refused opens on the page again, with what the server says about it.
const reopen = async (item) => {
  const { token } = await sign(boxOf()).catch(() => ({}));
  if (!token) return;
  const form = make("form", "", { method: "post", action: item.url });
  typedInto([...item.fields.filter(([name]) => name !== "csrfmiddlewaretoken"), ["csrfmiddlewaretoken", token]], form);
  document.body.append(form);
  form.submit();
};
// The page is ready for the next person, of the same procedure: all that was typed goes, what was chosen stays.
const next = (form) => {
  each("input, textarea", (field) => {
    if (field.type === "hidden") return;
    if (/checkbox|radio/.test(field.type)) field.checked = field.type === "radio" && field.defaultChecked;
    else if (!field.hasAttribute("data-outbox-keep")) field.value = "";
  }, form);
  form.elements.id.value = freshId();
  const first = form.querySelector("[data-outbox-first], input:not([type=hidden]):not([type=radio])");
  if (first) first.focus();
};
on("submit", "form[data-outbox]", async (form, event) => {
  const button = event.submitter;
  if (!button || !button.hasAttribute("data-outbox-send") || !boxOf() || form.dataset.leaving) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.busy) return;
  const fields = [...new FormData(form, button)].filter(([, value]) => typeof value === "string");
  const value = (name) => (fields.find(([one]) => one === name) || [])[1] || "";
  const item = { id: value("id"), who: form.dataset.outbox, url: form.action, label: value(form.dataset.outboxLabel), at: Date.now(), state: "waiting", fields };
  try { hold([...held().filter((one) => one.id !== item.id), item]); } catch { return form.submit(); }
  form.dataset.busy = "1";
  const how = await deliver(item, boxOf());
  delete form.dataset.busy;
  if (how === "sent") { location.href = held().find((one) => one.id === item.id).href; drop(item.id); return; }
  if (how === "refused") {
    drop(item.id);
    form.dataset.leaving = "1";
    return form.requestSubmit(button);
  }
  next(form);
  show(how);
  if (how === "away") later = setTimeout(sendAll, AGAIN);
}, true);
addEventListener("online", sendAll);
addEventListener("storage", ({ key }) => { if (key === BOX) show(); });
on("click", "[data-outbox-now]", sendAll);
prepare.push((from) => { if (from === document) { show(); sendAll(); } });
// Going out while something waits is asked about first: nobody else can send it from here.
on("submit", "form[data-sign-out]", (form, event) => {
  const mine = held().filter((one) => one.who === form.dataset.signOut && one.state !== "sent").length;
  if (mine && !confirm(said(form.dataset.waits, "count", mine))) { event.preventDefault(); event.stopImmediatePropagation(); }
  else hold(held().filter((one) => one.who !== form.dataset.signOut || one.state !== "sent"));
}, true);
