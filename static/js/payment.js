// The waiting page of a payment: asks whether the money is here, counts the minutes, copies what one has to type.

const wait = document.querySelector("[data-status]");
let seen = "";
let first = "";

/** Ask for the state; when it is another than at first the page is loaded anew and says so itself. */
async function look() {
  if (document.hidden) return;
  const headers = seen ? { "If-None-Match": seen } : {};
  const answer = await fetch(wait.dataset.status, { headers, cache: "no-store" }).catch(() => null);
  if (!answer || answer.status !== 200) return;
  seen = answer.headers.get("ETag") ?? "";
  const { state, received } = await answer.json();
  const now = `${state} ${received}`;
  first ||= now;
  if (now !== first || !["created", "pending"].includes(state)) location.reload();
}

/** Count the minutes down once a minute; the page itself says when they are over. */
function countDown(place) {
  const timer = setInterval(() => {
    const left = Math.max(0, Number(place.textContent) - 1);
    place.textContent = String(left);
    if (left === 0) clearInterval(timer);
  }, 60_000);
}

/** Copy the text of another element, and say so. */
function copies(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    const said = document.querySelector("[data-said]");
    said.textContent = said.dataset.copied;
    button.classList.add("done");
    setTimeout(() => {
      said.textContent = "";
      button.classList.remove("done");
    }, 2_000);
  });
}

if (wait?.dataset.status) setInterval(look, Number(wait.dataset.every) * 1_000);
document.querySelectorAll("[data-minutes]").forEach(countDown);
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(copies);
