// Small conveniences for forms that work without any of this: steppers, one press, quiet sending, copying, printing.

/** Show what only works with script, hide what only serves without it. */
function reveal() {
  for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

/** Make the two buttons beside a number count, within its bounds. */
function stepper(group) {
  const field = group.querySelector("input");
  for (const button of group.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const step = Number(button.dataset.step);
      const least = Number(field.min || 1);
      const most = Number(field.max || Infinity);
      const next = Math.min(most, Math.max(least, Number(field.value || least) + step));
      if (next === Number(field.value)) return;
      field.value = String(next);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

/** Send a form when its choice changes, once the hand rests. */
function sendOnChange(form) {
  let waiting;
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(), 500);
  });
}

/** Keep a second press of the same button from sending again. */
function once(button) {
  button.form.addEventListener("submit", (event) => {
    if (event.submitter !== button) return;
    if (button.getAttribute("aria-busy") === "true") event.preventDefault();
    button.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => button.removeAttribute("aria-busy"));
}

/** Show the price of the chosen pack wherever the page names it. */
function packs(fieldset) {
  const write = (name, text) => {
    for (const place of document.querySelectorAll(`[data-show-${name}]`)) place.textContent = text;
  };
  fieldset.addEventListener("change", (event) => {
    const { price, per, pack } = event.target.dataset;
    write("price", price);
    write("per", per);
    write("pack", pack);
  });
}

reveal();
document.querySelectorAll("[data-stepper]").forEach(stepper);
document.querySelectorAll("form[data-quiet]").forEach(sendOnChange);
document.querySelectorAll("[data-once]").forEach(once);
document.querySelectorAll("[data-packs]").forEach(packs);
for (const choice of document.querySelectorAll("select[data-submit]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}
document.querySelector(".errsum")?.focus();
