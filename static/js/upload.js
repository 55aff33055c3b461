// Makes photographs small before they leave a phone: at most 1600 pixels a side, JPEG. The server re-encodes them anyway.

const SIDE = 1600;

async function smaller(file) {
  if (!file.type.startsWith("image/") || file.size < 400_000) return file;
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
}

/** Replace the chosen files by small ones, and show what was chosen. */
async function shrink(field) {
  const small = await Promise.all([...field.files].map(smaller));
  const kept = new DataTransfer();
  for (const file of small) kept.items.add(file);
  field.files = kept.files;
  const said = field.closest(".drop")?.querySelector("[data-chosen]");
  if (said) said.textContent = small.map((file) => `${file.name} (${Math.ceil(file.size / 1024)} kB)`).join(", ");
}

for (const field of document.querySelectorAll("input[type=file][data-shrink]")) {
  field.addEventListener("change", () => shrink(field));
}
