const firstPauseMs = 3000;
const longestPauseMs = 30000;
const patienceMs = 20 * 60 * 1000;

// While something is being made the page looks again by itself, more and more seldom, not while
// nobody sees it, and never under somebody's hands. The link beside it does the same without this.
export function waitForFiles(region) {
  const until = Date.now() + patienceMs;
  let pause = firstPauseMs;

  const later = () => {
    if (Date.now() > until) return;
    window.setTimeout(look, pause);
    pause = Math.min(pause * 1.5, longestPauseMs);
  };

  const take = (page) => {
    const fresh = new DOMParser()
      .parseFromString(page, "text/html")
      .querySelector("[data-wait-for]");
    if (!fresh) return;
    if (region.contains(document.activeElement)) return later();
    region.replaceChildren(...document.importNode(fresh, true).childNodes);
    if (fresh.hasAttribute("data-waits")) later();
  };

  const look = async () => {
    if (document.hidden) return later();
    try {
      const answer = await fetch(region.dataset.waitFor, { credentials: "same-origin" });
      if (answer.ok) take(await answer.text());
      else later();
    } catch {
      later();
    }
  };

  later();
}
