// Inside the frame: sends the card to the sandbox when the market's page says so, and tells it what came of it.
window.addEventListener("message", async (event) => {
  const form = new FormData(document.querySelector("form"));
  form.set("secret", new URLSearchParams(location.search).get("secret"));
  form.set("back", event.data.back);
  const answer = await fetch("/stripe/confirm", { method: "POST", body: new URLSearchParams(form) });
  const told = await answer.json();
  event.source.postMessage(told.to ? { to: told.to } : { message: told.error.message }, event.origin);
});
