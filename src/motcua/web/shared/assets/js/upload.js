// Each file goes up when it is chosen, one after the other, with progress and a message of its own.
// The answer to the POST (field data-name, one file) is the new list as HTML; 4xx answers carry a sentence as plain text or a list as HTML.
// A form sent while files are on their way waits for them.
const underway = new Map();
const LARGEST = 20 * 1024 * 1024;
const rowFor = (box, file) => {
  const row = document.createElement("div");
  row.className = "files-row";
  row.innerHTML = '<span class="files-sign"></span><span class="files-name"><b></b><span class="hint"></span></span><button type="button" class="plain" hidden></button><progress max="100" value="0"></progress>';
  row.querySelector("b").textContent = file.name;
  box.querySelector(".file-inputs").before(row);
  return row;
};
const counted = (form, by) => {
  const state = underway.get(form) || { files: 0 };
  underway.set(form, state);
  state.files += by;
  if (state.files || !state.send) return;
  const { submitter } = state.send;
  delete state.send;
  form.requestSubmit(submitter);
};
on("submit", "form", (form, event) => {
  const state = underway.get(form);
  if (!state || !state.files) return;
  event.preventDefault();
  state.send = { submitter: event.submitter };
});
const sendFile = (box, file, row = rowFor(box, file)) => new Promise((done) => {
  const form = box.closest("form");
  let ended = false;
  const end = () => { if (!ended) { ended = true; done(); counted(form, -1); } };
  counted(form, 1);
  const hint = row.querySelector(".hint"), bar = row.querySelector("progress"), again = row.querySelector("button");
  const stop = (message, retry) => {
    row.classList.add("files-wrong");
    hint.textContent = message;
    bar.hidden = true;
    again.hidden = false;
    again.textContent = retry ? box.dataset.again : box.dataset.close;
    again.onclick = () => { if (!retry) return row.remove(); row.classList.remove("files-wrong"); bar.hidden = false; again.hidden = true; sendFile(box, file, row); };
    const state = underway.get(form);
    if (state) delete state.send;
    end();
  };
  if (file.size > LARGEST) return stop(box.dataset.large, false);
  const data = new FormData(), request = new XMLHttpRequest();
  each("input[type=hidden]", (input) => data.append(input.name, input.value), form);
  data.append("component", box.dataset.name);
  data.append(box.dataset.name, file);
  request.open("POST", box.dataset.upload);
  request.setRequestHeader("HX-Request", "true");
  request.upload.onprogress = (event) => {
    bar.value = event.lengthComputable ? 100 * event.loaded / event.total : 0;
    hint.textContent = box.dataset.sending + " " + Math.round(bar.value) + " %";
  };
  request.onerror = () => stop(box.dataset.failed, true);
  request.onload = () => {
    const text = request.responseText, html = (request.getResponseHeader("Content-Type") || "").includes("html");
    if (request.status >= 400 && !(html && request.status === 422)) return stop(html ? box.dataset.failed : text, request.status >= 500);
    const list = box.querySelector("[data-upload-list]");
    list.innerHTML = text;
    if (window.htmx) htmx.process(list);
    row.remove();
    end();
  };
  request.send(data);
});
on("change", "[data-upload] input[type=file]", async (input) => {
  const box = input.closest("[data-upload]"), files = [...input.files];
  input.value = "";
  counted(input.form, 1);
  for (const file of files) await sendFile(box, file);
  counted(input.form, -1);
});
on("click", "[data-upload] [data-upload-remove]", async (button, event) => {
  event.preventDefault();
  const box = button.closest("[data-upload]"), data = new FormData();
  each("input[type=hidden]", (input) => data.append(input.name, input.value), button.form);
  try {
    const answer = await fetch(button.formAction, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(answer.status);
    box.querySelector("[data-upload-list]").innerHTML = await answer.text();
  } catch {
    button.textContent = box.dataset.failed;
  }
});
