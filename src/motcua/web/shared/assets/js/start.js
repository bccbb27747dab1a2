// Everything below works on plain pages that work without it. One listener per event, found by data attributes.
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
// Parts that arrive later (htmx) are prepared like those of the first page.
const prepare = [];
const prepareAll = (from) => prepare.forEach((act) => act(from));
document.addEventListener("htmx:load", ({ detail }) => { if (detail.elt !== document.body) prepareAll(detail.elt); });
document.addEventListener("DOMContentLoaded", () => prepareAll(document));
const typing = (element) => element.closest && element.closest("input, textarea, select, [contenteditable]");
