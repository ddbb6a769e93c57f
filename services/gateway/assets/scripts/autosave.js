import { forget, keep, keepUntilAnswered, offerBack } from "./kept_words.js";
import { answerFields, boxFields, gradeFields } from "./saved_fields.js";

const pauseMs = 2000;
// Whoever writes without a pause is saved all the same.
const atMostMs = 10000;
const leavingMs = 3000;
const retryMs = 10000;
const patienceMs = 15000;
const restWaits = "Actions and evidence are not saved yet: press Save.";
const choiceWaits = "What you choose is saved when you press Save.";

function fieldsOf(form) {
  if ("boxes" in form.dataset) return boxFields(form);
  return "grade" in form.dataset ? gradeFields(form) : answerFields(form);
}

// The address of a link of ours that a plain click leads to, away from this page.
function leadsTo(event) {
  const link = event.target.closest?.("a[href]");
  const special = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || event.defaultPrevented || event.button !== 0 || special || link.target) return null;
  const here = window.location;
  const within = link.pathname === here.pathname && link.search === here.search && link.hash;
  return link.origin === here.origin && !within ? link.href : null;
}

// Saves a form while somebody writes: two seconds after the last key, or on leaving a field or the
// page. Tried again for as long as it fails: the words stay in the page, and in this browser.
export function autosave(form) {
  const status = form.querySelector("[data-save-status]");
  const fields = fieldsOf(form);
  let timer = null;
  let running = null;
  let changed = false;
  let changedAt = 0;
  let failures = 0;
  let overtaken = false;
  let savedAt = "";
  let rest = "";
  let pressing = false;
  let waiting = null;

  // A button must not move away from under a finger that presses it: the bar keeps its height, and
  // says nothing new until the finger is off.
  const bar = status.closest(".app-actions-row");
  const show = (words) => {
    bar.style.minHeight = `${bar.offsetHeight}px`;
    status.textContent = `${words} ${rest}`.trim();
  };
  const say = (words) => {
    if (pressing) waiting = words;
    else show(words);
  };
  bar.addEventListener("pointerdown", () => {
    pressing = true;
  });
  for (const over of ["pointerup", "pointercancel"]) {
    window.addEventListener(over, () => {
      // The click comes after this.
      window.setTimeout(() => {
        pressing = false;
        if (waiting !== null) show(waiting);
        waiting = null;
      });
    });
  }

  function failed() {
    failures += 1;
    keep(form);
    const since = savedAt ? `Not saved since ${savedAt}.` : "Not saved yet.";
    say(`${since} Your words are kept here, and it is tried again. You can press Save.`);
    if (overtaken) return;
    changed = true;
    later(retryMs);
  }

  async function send() {
    changed = false;
    say("Saving…");
    const taken = fields.take();
    const giveUp = new AbortController();
    const patience = window.setTimeout(() => giveUp.abort(), patienceMs);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: taken.body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        signal: giveUp.signal,
      });
      const facts = await answer.json();
      for (const [name, version] of Object.entries(facts.versions ?? {})) {
        fields.setVersion(name, version);
      }
      savedAt = facts.saved_at ?? savedAt;
      if (answer.status === 409 && facts.versions) {
        overtaken = true;
        taken.putBack();
        keep(form);
        const who = facts.by || "Somebody else";
        say(`${who} saved this meanwhile. Press Save to see both texts: nothing is lost.`);
        return;
      }
      if (answer.status === 422) {
        taken.putBack();
        keep(form);
        say("Something here must be put right. Press Save to see what.");
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      failures = 0;
      if (rest) keep(form);
      else forget(form);
      // What was written meanwhile is not.
      if (!changed) say(savedAt ? `Saved at ${savedAt}.` : "");
    } catch {
      taken.putBack();
      failed();
    } finally {
      window.clearTimeout(patience);
    }
  }

  function save() {
    window.clearTimeout(timer);
    if (!changed || running) return;
    running = send().finally(() => {
      running = null;
      if (changed) later(failures > 0 ? retryMs : pauseMs);
    });
  }

  function later(ms) {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, ms);
  }

  form.addEventListener("input", (event) => {
    if (event.target.name && !fields.isOwn(event.target.name)) {
      rest = event.target.name.startsWith("choice-") ? choiceWaits : restWaits;
      keep(form);
      if (!changed && !running) say(savedAt ? `Saved at ${savedAt}.` : "");
      return;
    }
    fields.touch(event.target.name);
    if (!changed) changedAt = Date.now();
    changed = true;
    if (failures === 0 && !overtaken) say("Saving…");
    later(Math.min(pauseMs, Math.max(0, changedAt + atMostMs - Date.now())));
  });
  form.addEventListener("change", save);
  window.addEventListener("online", save);
  // The next page is to be made with what was written here.
  async function saved() {
    for (let once = 0; once < 2 && (changed || running); ++once) {
      save();
      await running;
    }
  }
  document.addEventListener("click", (event) => {
    const address = leadsTo(event);
    if (!address || (!changed && !running)) return;
    event.preventDefault();
    const patience = new Promise((resolve) => {
      window.setTimeout(resolve, leavingMs);
    });
    Promise.race([saved(), patience]).finally(() => window.location.assign(address));
  });
  // However else it is left, the words are offered back on the next visit, where they were not saved.
  window.addEventListener("pagehide", () => {
    if (changed || running) keep(form);
  });
  // A save under way moves the version on: the form waits for it, or it would meet itself.
  form.addEventListener("submit", (event) => {
    window.clearTimeout(timer);
    changed = false;
    if (!running) {
      keepUntilAnswered(form);
      return;
    }
    event.preventDefault();
    running.finally(() => form.requestSubmit(event.submitter));
  });
  offerBack(form);
}
