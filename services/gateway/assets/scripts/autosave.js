import { forget, keep, offerBack } from "./kept_words.js";

const pauseMs = 2000;
const failuresBeforeKeeping = 3;

// Only the answer itself is saved while somebody writes; the rest waits for a button.
const ofAnswer = /^(level|describes|knows|improve|na_reason|(tick|every|part)_.*)$/;
const restWaits = "Actions, evidence and words for one board are not saved yet: press Save.";

// Saves a question while somebody writes: two seconds after the last key, or on leaving a box.
export function autosave(form) {
  const status = form.querySelector("[data-save-status]");
  const version = form.elements.version;
  let timer = null;
  let running = null;
  let changed = false;
  let failures = 0;
  let savedAt = "";
  let restChanged = false;

  // The bar keeps its height: a button must not move away from under a finger that presses it.
  const bar = status.closest(".app-actions-row");
  const say = (words) => {
    bar.style.minHeight = `${bar.offsetHeight}px`;
    status.textContent = restChanged ? `${words} ${restWaits}`.trim() : words;
  };

  async function send() {
    changed = false;
    say("Saving…");
    const body = new URLSearchParams(new FormData(form));
    body.set("go", "autosave");
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      const facts = await answer.json();
      if (answer.status === 409) {
        say("Somebody else saved this meanwhile. Press Save to see both texts: nothing is lost.");
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      version.value = facts.version ?? version.value;
      savedAt = facts.saved_at ?? savedAt;
      failures = 0;
      if (restChanged) keep(form);
      else forget(form);
      say(savedAt ? `Saved at ${savedAt}.` : "");
    } catch {
      failures += 1;
      if (failures >= failuresBeforeKeeping) keep(form);
      say(savedAt ? `Not saved since ${savedAt}. Press Save.` : "Not saved yet. Press Save.");
    }
  }

  function save() {
    window.clearTimeout(timer);
    if (!changed || running) return;
    running = send().finally(() => {
      running = null;
      if (changed) later();
    });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, pauseMs);
  }

  form.addEventListener("input", (event) => {
    if (event.target.name && !ofAnswer.test(event.target.name)) {
      restChanged = true;
      keep(form);
      if (!changed && !running) say(savedAt ? `Saved at ${savedAt}.` : "");
      return;
    }
    changed = true;
    later();
  });
  form.addEventListener("change", save);
  // A save under way moves the version on: the form waits for it, or it would meet itself.
  form.addEventListener("submit", (event) => {
    window.clearTimeout(timer);
    changed = false;
    if (!running) {
      forget(form);
      return;
    }
    event.preventDefault();
    running.finally(() => form.requestSubmit(event.submitter));
  });
  offerBack(form);
}
