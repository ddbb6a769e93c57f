// A page may have several forms, and only the one whose button is pressed is sent. What stands typed
// in the boxes of the others comes along to the next page, where that has the same boxes.
const mark = "onereturn:beside";
const isWords = (field) =>
  field.matches?.("textarea[name], input[type=text][name], input:not([type])[name]") ?? false;
const placeOf = (form) => form.getAttribute("action") ?? "";

// Those that are saved by themselves look after their own.
function wordsBeside(pressed) {
  const all = [];
  for (const form of document.querySelectorAll("main form:not([data-autosave])")) {
    if (form === pressed || form.method !== "post") continue;
    for (const field of form.elements) {
      if (!isWords(field) || field.value === field.defaultValue) continue;
      all.push({ place: placeOf(form), name: field.name, value: field.value });
    }
  }
  return all;
}

function putBack({ place, name, value }) {
  for (const form of document.querySelectorAll("main form")) {
    const field = form.elements.namedItem(name);
    if (placeOf(form) !== place || !field || !isWords(field) || field.value) continue;
    field.value = value;
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
}

// To be called once by every page: only the very next one is offered them.
export function keepOtherBoxes() {
  try {
    const words = JSON.parse(window.sessionStorage.getItem(mark)) ?? [];
    window.sessionStorage.removeItem(mark);
    words.forEach(putBack);
  } catch {
    // Nothing was kept then.
  }
  document.addEventListener("submit", (event) => {
    const words = wordsBeside(event.target);
    try {
      if (words.length > 0) window.sessionStorage.setItem(mark, JSON.stringify(words));
    } catch {
      // A full or forbidden store: there is nothing better to do.
    }
  });
}
