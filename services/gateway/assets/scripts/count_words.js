// Says beside a text box how long it has become.
export function countWords(box) {
  const place = document.querySelector(`[data-words-for="${box.id}"]`);
  if (!place) return;
  box.addEventListener("input", () => {
    const words = box.value.split(/\s+/).filter(Boolean).length;
    place.textContent = words === 0 ? "" : `About ${words} ${words === 1 ? "word" : "words"}.`;
  });
}
