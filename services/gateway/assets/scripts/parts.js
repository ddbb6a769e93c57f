const pauseMs = 200;

// "None of these" and the others put each other out.
export function noneOfThese(none) {
  const others = [...none.closest("fieldset").querySelectorAll("input[type=checkbox]")].filter(
    (box) => box !== none,
  );
  none.addEventListener("change", () => {
    if (none.checked) for (const box of others) box.checked = false;
  });
  for (const box of others) {
    box.addEventListener("change", () => {
      if (box.checked) none.checked = false;
    });
  }
}

function line({ letters, name, text }) {
  const item = document.createElement("li");
  const board = document.createElement("span");
  board.className = "bn";
  const mark = document.createElement("span");
  mark.className = "bm";
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = letters;
  const area = document.createElement("span");
  area.textContent = name;
  board.append(mark, area);
  const words = document.createElement("span");
  words.textContent = text;
  item.append(board, words);
  return item;
}

// Says what a level means for each board as soon as its parts are ticked, as the server works it
// out. What the page says by itself stays when the server cannot be asked.
export function liveMeaning(form) {
  let timer = null;
  let asked = 0;

  async function ask() {
    const number = ++asked;
    const level = form.querySelector("input[name=level]:checked")?.value ?? "";
    const list = form.querySelector(`.conseq.at-${CSS.escape(level)} ul`);
    if (!list) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (/^(level|(tick|every|part)_.*)$/.test(name)) query.append(name, value);
    }
    const address = form.dataset.consequences;
    try {
      const answer = await fetch(`${address}${address.includes("?") ? "&" : "?"}${query}`, {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      if (!answer.ok || number !== asked) return;
      const { fits, lines } = await answer.json();
      if (fits && lines.length > 0) {
        list.replaceChildren(...lines.map(line));
      } else {
        const item = document.createElement("li");
        item.textContent = "The level and its parts do not go together: look at both again.";
        list.replaceChildren(item);
      }
    } catch {
      // The words that came with the page still stand.
    }
  }

  form.addEventListener("change", (event) => {
    if (!/^(level|(tick|every|part)_.*)$/.test(event.target.name ?? "")) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, pauseMs);
  });
}
