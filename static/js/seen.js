// Keeps the page of a box on this phone, for where there is no network. Nothing else needs a script here.

const parts = () =>
  [...document.querySelectorAll("link[href], img[src]")]
    .map((part) => part.href || part.src)
    .filter((address) => new URL(address).origin === location.origin);

const keep = async () => {
  const scope = "/t/";
  if (!location.pathname.startsWith(scope)) return;
  await navigator.serviceWorker.register(`${scope}worker.js`, { scope });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ address: location.href, parts: parts() });
};

if ("serviceWorker" in navigator) keep().catch(() => {}); // A phone that keeps nothing shows the page as well.
