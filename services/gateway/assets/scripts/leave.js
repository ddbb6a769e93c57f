// Whoever has typed and goes elsewhere is asked first. Its own buttons take everything along.
export function askBeforeLeaving(form) {
  let sent = false;
  form.addEventListener("submit", () => {
    sent = true;
  });
  window.addEventListener("pageshow", () => {
    sent = false;
  });
  window.addEventListener("beforeunload", (event) => {
    const boxes = [...form.querySelectorAll("textarea")];
    if (!sent && boxes.some((box) => box.value !== box.defaultValue)) event.preventDefault();
  });
}
