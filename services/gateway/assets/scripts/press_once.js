// A second press while the first is under way does nothing. The server counts it once anyway.
export function pressOnce(button) {
  let pressed = false;
  button.form.addEventListener("submit", (event) => {
    if (pressed) event.preventDefault();
    pressed = true;
  });
  window.addEventListener("pageshow", () => {
    pressed = false;
  });
}
