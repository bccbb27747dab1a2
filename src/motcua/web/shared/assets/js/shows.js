// A question that counts only for some answers shows when one of them is given; without a script all are shown.
const given = (form, name) => [...form.elements].filter((one) => one.name === name && (!/radio|checkbox/.test(one.type) || one.checked)).map((one) => one.value);
const reveal = (form) => each("[data-show-if]", (box) => {
  const wanted = box.dataset.showValues.split(" ");
  box.hidden = !given(form, box.dataset.showIf).some((value) => wanted.includes(value));
}, form);
const revealAll = (from) => new Set([...from.querySelectorAll("[data-show-if]")].map((box) => box.closest("form"))).forEach(reveal);
prepare.push(revealAll);
on("change", "form", reveal);
