// Keys of the page where a board grades one item. Ctrl and Enter always saves and goes on; single
// letters only act where somebody switched them on, and never while they write.
export function gradeKeys(form) {
  const quick = "quickKeys" in form.dataset;
  let evidenceAt = -1;

  const click = (selector) => document.querySelector(selector)?.click();
  const choose = (key) => {
    const point = form.querySelector(`input[data-key="${key}"]`);
    if (!point) return;
    point.checked = true;
    point.focus();
    point.dispatchEvent(new Event("input", { bubbles: true }));
    point.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const nextEvidence = () => {
    const pieces = [...document.querySelectorAll("[data-key-evidence]")];
    if (pieces.length === 0) return;
    evidenceAt = (evidenceAt + 1) % pieces.length;
    pieces[evidenceAt].focus();
  };
  const showKeys = () => {
    const list = form.querySelector("[data-key-list]");
    list.open = !list.open;
    list.querySelector("summary").focus();
  };
  const acts = {
    c: () => form.elements.comment.focus(),
    e: nextEvidence,
    j: () => click("[data-key-next]"),
    k: () => click("[data-key-previous]"),
    u: () => click("[data-key-ungraded]"),
    "?": showKeys,
  };
  for (const key of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]) {
    acts[key] = () => choose(key);
  }
  acts.n = () => choose("N");

  const writes = (element) =>
    element.isContentEditable || element.matches("textarea, select, input:not([type=radio])");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button[value="next"]'));
      return;
    }
    if (!quick || event.ctrlKey || event.altKey || event.metaKey || writes(event.target)) return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
