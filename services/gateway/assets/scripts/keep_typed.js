import { forget, keep, offerBack } from "./kept_words.js";

const pauseMs = 2000;

// What is written for one board alone counts as said once it is saved, so nothing is sent while
// somebody writes: the words stay in this browser until a button is pressed.
export function keepTyped(form) {
  const status = form.querySelector("[data-save-status]");
  let timer = null;
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      keep(form);
      if (status) status.textContent = "Kept in this browser, not saved yet.";
    }, pauseMs);
  });
  form.addEventListener("submit", () => {
    window.clearTimeout(timer);
    forget(form);
  });
  offerBack(form);
}
