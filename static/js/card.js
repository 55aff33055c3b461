// The card form: the provider's own fields in the provider's own frame; we only place it and press its button.

const form = document.querySelector("[data-card]");
const place = form.querySelector("[data-form]");
const button = form.querySelector("button");
const said = form.querySelector("[data-error]");

/** Say what went wrong, where a screen reader hears it. */
function complain(words) {
  said.textContent = words;
  said.hidden = !words;
}

/** Put the form into its place, or say that it does not come. */
function begin() {
  if (!window.Stripe) {
    place.hidden = true;
    complain(form.dataset.failed);
    return;
  }
  const provider = window.Stripe(form.dataset.key, { locale: document.documentElement.lang });
  const elements = provider.elements({ clientSecret: form.dataset.secret });
  const fields = elements.create("payment");
  place.replaceChildren();
  fields.mount(place);
  fields.on("ready", () => {
    place.removeAttribute("aria-busy");
    button.hidden = false;
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    complain("");
    // Without an error the browser is led away: to the bank, or back to the order.
    const { error } = await provider.confirmPayment({ elements, confirmParams: { return_url: form.dataset.back } });
    if (error) complain(error.message);
    button.disabled = false;
  });
}

begin();
