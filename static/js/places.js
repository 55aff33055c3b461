// “Stand there and press”: the phone's place becomes the place of the plot, with six decimals.

const button = document.querySelector("[data-here]");
const said = document.querySelector("[data-here-said]");
const field = document.querySelector("textarea[name=outline]");

/** Write the place into the field, and say how sure the phone is. */
function write({ coords }) {
  const place = `${coords.longitude.toFixed(6)}, ${coords.latitude.toFixed(6)}`;
  field.value = `{"type": "Point", "coordinates": [${place}]}`;
  said.textContent = `${said.dataset.found} ±${Math.round(coords.accuracy)} m`;
}

if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = said.dataset.asking;
    const options = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 };
    navigator.geolocation.getCurrentPosition(write, () => (said.textContent = said.dataset.failed), options);
  });
}
