// Each file goes up when it is chosen, one after the other, in pieces, with progress and a message of its own.
// A piece is answered with {"have": bytes kept}; a break in the line costs one piece at most, and the same file chosen
// again after a reload goes on from there. The last piece is answered with the new list as HTML; 4xx answers carry a
// sentence as plain text. A form sent while files are on their way waits for them.
const underway = new Map();
const LARGEST = 20 * 1024 * 1024, PIECE = 256 * 1024, TRIES = 6;
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
  let have = 0, tries = 0, timer;
  const shown = (text, bytes) => {
    bar.value = file.size ? 100 * bytes / file.size : 0;
    hint.textContent = text + " " + Math.floor(bar.value) + " %";
  };
  const soon = () => {
    if (++tries > TRIES) return stop(box.dataset.failed, true);
    shown(box.dataset.waiting, have);
    clearTimeout(timer);
    timer = setTimeout(send, 1000 * 2 ** (tries - 1));
    addEventListener("online", now, { once: true });
  };
  const now = () => { if (timer) { clearTimeout(timer); send(); } };
  const send = () => {
    timer = 0;
    removeEventListener("online", now);
    const data = new FormData(), request = new XMLHttpRequest(), from = have;
    each("input[type=hidden]", (input) => data.append(input.name, input.value), form);
    Object.entries({ component: box.dataset.name, name: file.name, key: file.lastModified, size: file.size, offset: from }).forEach(([name, value]) => data.append(name, value));
    data.append("piece", file.slice(from, from + PIECE));
    request.open("POST", box.dataset.pieces);
    request.timeout = 120000;
    request.upload.onprogress = (event) => { if (event.lengthComputable) shown(box.dataset.sending, from + Math.min(PIECE, file.size - from) * event.loaded / event.total); };
    request.onerror = request.ontimeout = soon;
    request.onload = () => {
      const type = request.getResponseHeader("Content-Type") || "", text = request.responseText;
      if (type.includes("json") && (request.status < 300 || request.status === 409)) {
        have = JSON.parse(text).have;
        if (request.status === 409 && have <= from) return soon();
        tries = 0;
        return send();
      }
      if (request.status >= 500 || request.status === 429) return soon();
      if (request.status >= 300) return stop(type.includes("html") ? box.dataset.failed : text, type.includes("html"));
      const list = box.querySelector("[data-upload-list]");
      list.innerHTML = text;
      if (window.htmx) htmx.process(list);
      row.remove();
      end();
    };
    request.send(data);
  };
  send();
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
