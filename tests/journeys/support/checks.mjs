// What every page must hold to, in every state: no accessibility violation, nothing wider than the
// window, targets large enough to touch, focus that can be seen, and no complaint by the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// All checks of a page as it stands now. `name` says where we are when one fails.
export async function goodPage(who, name) {
  await accessible(who, name);
  await fits(who, name);
  await touchable(who, name);
  assert.deepEqual(who.complaints, [], `${name}: the browser complained`);
}

// axe is put in by the test's own hand past the page's policy, which allows no foreign script.
export async function accessible(who, name) {
  if (!who.script) return;
  await who.page.evaluate(axe);
  const found = await who.page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), rules);
  const violations = found.violations.map(
    (v) => `${v.id}: ${v.help} at ${v.nodes.map((n) => n.target.join(" ")).slice(0, 5).join(" | ")}`);
  assert.deepEqual(violations, [], `${name}: axe`);
}

export async function fits(who, name) {
  if (!who.script) return;
  const wide = await who.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1)
      .slice(0, 5).map((e) => `${e.tagName}.${e.className}`);
  });
  assert.deepEqual(wide, [], `${name}: wider than the window`);
}

// Links within text may be small; every other target is 24 px at least (WCAG 2.2, 2.5.8).
export async function touchable(who, name) {
  if (!who.script) return;
  const small = await who.page.evaluate(() =>
    [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary")]
      .filter((e) => {
        const box = (e.closest("label") ?? e).getBoundingClientRect();
        return box.width > 0 && (box.width < 24 || box.height < 24);
      })
      .slice(0, 5).map((e) => `${e.tagName} ${e.name ?? ""} ${e.textContent.trim().slice(0, 30)}`));
  assert.deepEqual(small, [], `${name}: too small to touch`);
}

// Tab through the page: each stop shows its focus and is not hidden under a sticky bar.
export async function focusSeen(who, name, stops = 25) {
  for (let stop = 0; stop < stops; ++stop) {
    await who.page.keyboard.press("Tab");
    const seen = await who.page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return true;
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1;
      const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" ||
        style.backgroundColor === "rgb(255, 221, 0)";
      return hidden || marked ? true : `${e.tagName} ${e.textContent.trim().slice(0, 40)}`;
    });
    assert.equal(seen, true, `${name}: focus cannot be seen`);
  }
}
