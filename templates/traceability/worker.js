// Shows a trace page that was seen before where there is no network, and says how old it is.
// What the market answers always comes first: a copy could hide a recall.

const SEEN = "trace-seen";
const PARTS = "trace-parts";
const MOST = { [SEEN]: 60, [PARTS]: 200 };
const PATIENCE = 8_000;
const ANY = { ignoreVary: true }; // The language of a phone stays, and is not among what a worker sees.
const ZONE = "{{ zone|escapejs }}";
const OLD = { {% for language, words in old %}"{{ language|escapejs }}": "{{ words|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %} };

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (["style", "image"].includes(request.destination)) event.respondWith(part(event));
});

// The page that brought this worker was open before it: it tells what it is made of.
self.addEventListener("message", (event) => {
  const { address, parts } = event.data;
  const kept = [keepAgain(SEEN, address), ...parts.map((part) => keepAgain(PARTS, part))];
  event.waitUntil(Promise.allSettled(kept));
});

/** The page as the market answers it, or the copy with its age. */
async function page(event) {
  const known = await caches.match(event.request, { cacheName: SEEN, ...ANY });
  const fresh = fetch(event.request).then((answer) => {
    if (known && answer.status >= 500) return aged(known);
    event.waitUntil(keep(SEEN, event.request, answer.clone()));
    return answer;
  });
  if (!known) return fresh;
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => aged(known));
  return Promise.race([fresh.catch(() => aged(known)), late]);
}

/** Style or picture of a page, from the phone only without a network. */
async function part(event) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(PARTS, event.request, answer.clone()));
    return answer;
  } catch (trouble) {
    const known = await caches.match(event.request, { cacheName: PARTS, ...ANY });
    if (known) return known;
    throw trouble;
  }
}

/** Keep what the browser has just loaded; its own cache answers this. */
async function keepAgain(name, address) {
  await keep(name, address, await fetch(address));
}

/** Keep an answer that may be kept; one that is no longer good is forgotten. */
async function keep(name, request, answer) {
  const cache = await caches.open(name);
  const lasting = answer.ok && !/no-store/.test(answer.headers.get("Cache-Control") ?? "");
  await cache.delete(request, ANY);
  if (!lasting || answer.type !== "basic" || answer.redirected) return;
  await cache.put(request, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, -MOST[name]).map((oldest) => cache.delete(oldest)));
}

/** A copy that says above everything else from when it is. */
async function aged(known) {
  const copy = known.clone();
  const language = copy.headers.get("Content-Language");
  const when = new Date(copy.headers.get("Date")).toLocaleString(language, {
    timeZone: ZONE, hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric",
  });
  const words = OLD[language].replace("%(when)s", when);
  const body = (await copy.text()).replace("<main>", `<main>\n<p class="c" role="status">${words}</p>`);
  return new Response(body, { headers: copy.headers });
}
