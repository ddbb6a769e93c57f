// Words that could not be saved stay in this browser until they are, or until signing out.
// They are kept for the person and the organisation that the page was made for: its token says
// whose.
const ownerOf = (form) => form.elements.csrf.value.split(".")[1] ?? "";
const nameOf = (form) => `onereturn:${ownerOf(form)}:${form.getAttribute("action")}`;
const boxesOf = (form) => [...form.querySelectorAll("textarea[name]")];

const pressedMark = "onereturn:pressed";

export function keep(form) {
  const words = Object.fromEntries(boxesOf(form).map((box) => [box.name, box.value]));
  try {
    window.localStorage.setItem(nameOf(form), JSON.stringify(words));
  } catch {
    // A full or forbidden store: the words are still in the page.
  }
}

export function forget(form) {
  try {
    window.localStorage.removeItem(nameOf(form));
  } catch {
    // Nothing was kept then.
  }
}

// A button was pressed: the words are kept until the page that answers it has come. That page holds
// them itself when they could not be saved, unless it says that it does not (a plain refusal). Then,
// and where a browser shows a page of its own, because nobody answered, they are offered on the next
// visit.
export function keepUntilAnswered(form) {
  keep(form);
  try {
    const mark = { name: nameOf(form), from: window.location.href.split("#")[0] };
    window.sessionStorage.setItem(pressedMark, JSON.stringify(mark));
  } catch {
    // They are offered back on the next visit then, saved or not.
  }
}

// To be called once by every page: only the very next one after the press can be its answer.
export function forgetAnswered() {
  try {
    const mark = JSON.parse(window.sessionStorage.getItem(pressedMark));
    window.sessionStorage.removeItem(pressedMark);
    const [came] = performance.getEntriesByType("navigation");
    if (!mark || came?.type !== "navigate" || document.referrer !== mark.from) return;
    if (document.querySelector("[data-holds-nothing]")) return;
    window.localStorage.removeItem(mark.name);
  } catch {
    // Nothing was kept then.
  }
}

export function offerBack(form) {
  let words = null;
  try {
    words = JSON.parse(window.localStorage.getItem(nameOf(form)));
  } catch {
    return;
  }
  if (!words) return;
  if (boxesOf(form).every((box) => (words[box.name] ?? box.value) === box.value)) {
    forget(form);
    return;
  }
  const note = document.createElement("div");
  note.className = "note note--amber";
  const line = document.createElement("p");
  line.textContent = "Some words from last time were not saved. They are still in this browser. ";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary app-small-btn";
  button.textContent = "Put them back";
  button.addEventListener("click", () => {
    for (const box of boxesOf(form)) {
      box.value = words[box.name] ?? box.value;
    }
    note.remove();
    form.dispatchEvent(new Event("input"));
  });
  line.append(button);
  note.append(line);
  form.prepend(note);
}

for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
  form.addEventListener("submit", () => {
    for (const key of Object.keys(window.localStorage)) {
      if (key.startsWith("onereturn:")) window.localStorage.removeItem(key);
    }
  });
}
