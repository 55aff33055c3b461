// Keeps what is written on the phone until it could be sent: work on plots, harvests, parcels packed and handed over.
// Every draft has a key of its own, so that the market takes what is sent twice only once.

const form = document.querySelector("form[data-keep]");
const waiting = document.querySelector("[data-waiting]");
const owner = waiting.dataset.owner;
const said = waiting.querySelector("[data-said]");
const OFFLINE = "offline";
const TAKEN = "taken";
const REFUSED = "refused";
const PAGES = "field-pages"; // the worker's name of it too
let isSending = false;

/** Do one thing with the drafts of this phone. */
async function drafts(mode, deed) {
  const base = await new Promise((done, fail) => {
    const asked = indexedDB.open("field", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("drafts", { keyPath: "draft" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  return new Promise((done, fail) => {
    const moved = base.transaction("drafts", mode);
    const asked = deed(moved.objectStore("drafts"));
    moved.oncomplete = () => done(asked.result);
    moved.onerror = moved.onabort = () => fail(moved.error);
  }).finally(() => base.close());
}

const keep = (kept) => drafts("readwrite", (all) => all.put(kept));
const forget = (key) => drafts("readwrite", (all) => all.delete(key));
const known = (key) => drafts("readonly", (all) => all.get(key));

/** This person's own drafts for this cooperative, the oldest first. */
async function mine() {
  const all = await drafts("readonly", (store) => store.getAll());
  return all.filter((kept) => kept.owner === owner).sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
}

/** A fresh key; phones of before 2022 do not make it by themselves. */
function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What a draft is called in the list: the words of what was chosen, and its day. */
function title() {
  const chosen = [...form.querySelectorAll("select, input[type=radio]:checked, input[type=date]")];
  const words = chosen.filter((field) => field.value).slice(0, 3).map((field) => {
    if (field.type === "date") return field.value.split("-").reverse().join("/");
    const label = field.closest("label");
    return (field.selectedOptions?.[0] ?? label.querySelector(".code") ?? label).textContent.trim();
  });
  return [form.dataset.title, ...words].filter(Boolean).join(" · ");
}

/** The page the form can be opened on again: one that came back with mistakes has the address it was sent to. */
function here() {
  return form.dataset.page ?? location.pathname;
}

/** Where the form is sent to. */
function aim() {
  return new URL(form.action).pathname;
}

/** The form as a draft. A photo stays with it; an empty file field does not. */
function gathered() {
  form.elements.written_at.value = new Date().toISOString();
  const fields = [...new FormData(form)].filter(([, value]) => !(value instanceof File) || value.size);
  const draft = form.elements.draft.value;
  const writtenAt = form.elements.written_at.value;
  return { draft, owner, writtenAt, address: here(), action: aim(), title: title(), fields, why: "" };
}

/** Send a draft behind a fresh page, whose token holds today; what could not be sent stays. */
async function send(kept) {
  const page = await fetch(kept.address, { cache: "no-store" }).catch(() => null);
  if (!page || page.status >= 500) return OFFLINE;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-waiting]");
  if (!fresh || fresh.dataset.owner !== kept.owner) return stays(kept, waiting.dataset.sign);
  const body = new FormData();
  for (const [name, value] of kept.fields) body.append(name, value);
  body.set("csrfmiddlewaretoken", fresh.querySelector("[name=csrfmiddlewaretoken]").value);
  const headers = { Accept: "application/json" };
  const answer = await fetch(kept.action ?? kept.address, { method: "POST", body, headers }).catch(() => null);
  if (!answer || answer.status >= 500) return OFFLINE;
  if (answer.status === 201) return forget(kept.draft).then(() => TAKEN);
  const isWrong = answer.status === 422;
  return stays(kept, isWrong ? (await answer.json()).why : waiting.dataset.sign, isWrong);
}

/** Keep a draft with why it was not taken. */
async function stays(kept, why, isWrong = false) {
  await keep({ ...kept, why, isWrong });
  return isWrong ? REFUSED : OFFLINE;
}

/** Send everything that waits, one after the other. */
async function sendAll() {
  if (isSending) return;
  isSending = true;
  let taken = 0;
  for (const kept of await mine()) {
    if (kept.isWrong) continue;
    if ((await send(kept)) === TAKEN) taken += 1;
  }
  isSending = false;
  if (taken) say(waiting.dataset.sent);
  await show();
}

/** Say something where it is read aloud. */
function say(words) {
  said.textContent = words;
  said.hidden = !words;
}

/** Show what waits on this phone. */
async function show() {
  const list = waiting.querySelector("ul");
  const row = waiting.querySelector("template").content;
  const all = await mine();
  list.replaceChildren(
    ...all.map((kept) => {
      const line = row.cloneNode(true);
      line.querySelector("[data-title]").textContent = kept.title;
      const moment = new Date(kept.writtenAt);
      line.querySelector("time").dateTime = kept.writtenAt;
      line.querySelector("time").textContent = moment.toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
      line.querySelector("[data-why]").textContent = kept.why;
      const mend = line.querySelector("[data-mend]");
      mend.hidden = !kept.isWrong;
      mend.href = `${kept.address}#${kept.draft}`;
      const away = line.querySelector("[data-away]");
      away.addEventListener("click", () => confirm(waiting.dataset.sure) && forget(kept.draft).then(show));
      return line;
    }),
  );
  // A press is made once: its button comes back when the market asks for something else.
  if (form?.dataset.page) form.closest("section").hidden = all.some((kept) => kept.action === aim() && !kept.isWrong);
  waiting.hidden = !all.length && said.hidden;
  waiting.querySelector("[data-send]").hidden = !all.some((kept) => !kept.isWrong);
}

/** Put a draft that came back into the form again, photo and all. */
async function mend() {
  const kept = await known(location.hash.slice(1));
  if (!kept || kept.owner !== owner || (kept.action ?? kept.address) !== aim()) return;
  const held = new Map();
  for (const [name, value] of kept.fields) held.set(name, [...(held.get(name) ?? []), value]);
  held.delete("csrfmiddlewaretoken");
  for (const field of form.elements) {
    const values = held.get(field.name);
    if (!values) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.type === "file") field.files = values.reduce((all, file) => (all.items.add(file), all), new DataTransfer()).files;
    else field.value = values[0];
  }
}

/** Keep first, then send: whatever happens to the network, nothing typed is lost. */
async function submitted(event) {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const kept = gathered();
  const isKept = await keep(kept).then(() => true, () => false);
  const outcome = isKept ? await send(kept) : REFUSED;
  if (outcome === TAKEN) return location.assign(form.dataset.done);
  if (outcome === REFUSED) {
    // The page that comes back names each mistake at its field, better than a script could.
    await forget(kept.draft).catch(() => null);
    return form.submit();
  }
  const { why } = await known(kept.draft);
  form.reset();
  begin();
  say(why || waiting.dataset.kept);
  await show();
  waiting.scrollIntoView({ block: "center" });
}

/** A clean form: a key of its own, and today, though the page was kept days ago. */
function begin() {
  form.elements.draft.value = freshKey();
  const day = form.elements.on ?? form.elements.harvested_on;
  if (day) day.value = new Date().toLocaleDateString("sv");
  form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
}

/** Let this form be opened without a network from now on, and say so once it is true. */
async function remember() {
  if (!form.dataset.worker || !navigator.serviceWorker || !window.caches) return;
  await navigator.serviceWorker.register(form.dataset.worker);
  // A first visit was made without the worker, so the page fetches itself; afterwards the worker keeps it.
  const cache = await caches.open(PAGES);
  if (!(await cache.match(location.pathname))) {
    const page = await fetch(location.pathname);
    if (!page.ok || page.redirected) return;
    await cache.put(location.pathname, page);
  }
  await navigator.serviceWorker.ready; // it has fetched every part of the page by then
  for (const sign of document.querySelectorAll("[data-opens]")) sign.hidden = false;
}

if (form) {
  // A page that comes back with mistakes keeps its key: it is the same piece of work.
  if (!document.querySelector(".errsum")) begin();
  form.addEventListener("submit", submitted);
  if (location.hash) mend();
  remember().catch(() => null);
}
waiting.querySelector("[data-send]").addEventListener("click", sendAll);
window.addEventListener("online", sendAll);
window.addEventListener("hashchange", () => form && mend());
show().then(sendAll, () => null);
