(() => {
"use strict";
const root = document.documentElement;
root.classList.add("scripted");
const each = (selector, act, from = document) => from.querySelectorAll(selector).forEach(act);
const on = (type, selector, act, capture) => document.addEventListener(type, (event) => {
const found = event.target.closest && event.target.closest(selector);
if (found) act(found, event);
}, capture);
const byId = (id) => document.getElementById(id);
const said = (text, key, value) => text.replace("{" + key + "}", value);
const prepare = [];
const prepareAll = (from) => prepare.forEach((act) => act(from));
document.addEventListener("htmx:load", ({ detail }) => { if (detail.elt !== document.body) prepareAll(detail.elt); });
document.addEventListener("DOMContentLoaded", () => prepareAll(document));
const typing = (element) => element.closest && element.closest("input, textarea, select, [contenteditable]");
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
const reopen = async (item) => {
const { token } = await sign(boxOf()).catch(() => ({}));
if (!token) return;
const form = make("form", "", { method: "post", action: item.url });
typedInto([...item.fields.filter(([name]) => name !== "csrfmiddlewaretoken"), ["csrfmiddlewaretoken", token]], form);
document.body.append(form);
form.submit();
};
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
on("submit", "form[data-sign-out]", (form, event) => {
const mine = held().filter((one) => one.who === form.dataset.signOut && one.state !== "sent").length;
if (mine && !confirm(said(form.dataset.waits, "count", mine))) { event.preventDefault(); event.stopImmediatePropagation(); }
else hold(held().filter((one) => one.who !== form.dataset.signOut || one.state !== "sent"));
}, true);
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
})();
