// Offers the communes of the chosen province while one types; the server understands the name either way.

const part = document.querySelector("[data-communes]");
const list = document.getElementById("communes");
const province = part?.querySelector("select[name=province]");

async function fill() {
  const address = `${part.dataset.communes}?province=${encodeURIComponent(province.value)}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return;
  const { results } = await answer.json();
  list.replaceChildren(
    ...results.map((commune) => {
      const option = document.createElement("option");
      option.value = commune.full_name;
      return option;
    }),
  );
}

if (part?.dataset.communes && province && list) province.addEventListener("change", fill);
