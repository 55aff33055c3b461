// Whoever signs out leaves no page of the field on the phone. What waits to be sent stays: it is work.

for (const form of document.querySelectorAll("form[data-leaving]")) {
  form.addEventListener("submit", () => window.caches?.delete("field-pages"));
}
