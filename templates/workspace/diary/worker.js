// Opens the forms of the field without a network. Only what OPENS names and its parts are ever kept.

const PAGES = "field-pages";
const PARTS = "field-parts-{{ version }}";
const KEPT = [{% for part in parts %}"{{ part|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const STATIC = "{{ root|escapejs }}";
const OPENS = /^\/(en\/)?sell\/(diary\/new|listings\/\d+\/lots\/new)\/$/;
const PATIENCE = 6_000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(PARTS).then((cache) => cache.addAll(KEPT)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && OPENS.test(pathname)) event.respondWith(page(request, pathname));
  else if (pathname.startsWith(STATIC)) event.respondWith(part(request, pathname));
});

/** Drop the parts of versions before, once no kept page needs them: each is fetched anew, as it is today. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("field-parts-") && name !== PARTS);
  if (!old.length) return;
  const cache = await caches.open(PAGES);
  const kept = await cache.keys();
  const renewed = await Promise.all(kept.map((page) => renew(cache, new URL(page.url).pathname)));
  if (renewed.every(Boolean)) await Promise.all(old.map((name) => caches.delete(name)));
}

/** Fetch a kept page anew, or forget it when it is no longer this person's; false without a network. */
async function renew(cache, pathname) {
  const answer = await fetch(pathname).catch(() => null);
  if (!answer || answer.status >= 500) return false;
  if (answer.ok && !answer.redirected) await cache.put(pathname, answer);
  else await cache.delete(pathname);
  return true;
}

/** The page from the network, or as it was seen last; a page that asks to sign in is forgotten. */
async function page(request, pathname) {
  const cache = await caches.open(PAGES);
  const known = await cache.match(pathname);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === "basic") await cache.put(pathname, answer.clone());
    else if (answer.status < 500) await cache.delete(pathname);
    return answer;
  });
  if (!known) return fresh;
  const late = new Promise((done) => setTimeout(done, PATIENCE, known));
  return Promise.race([fresh.catch(() => known), late]);
}

/** A part of the page, from the phone where it is there. */
async function part(request, pathname) {
  return (await caches.match(pathname)) ?? fetch(request);
}
