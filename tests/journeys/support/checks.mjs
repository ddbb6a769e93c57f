// What every page must hold to, in every state: no accessibility violation, nothing wider than the
// window, targets large enough to touch, and no complaint by the browser; at every size.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { picture, resize, viewports } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// axe takes seconds for a long form: one size always, every page at every size with
// tools/dev test --full.
const everySize = Boolean(process.env.ONERETURN_TEST_FULL);
const axeAt = everySize ? Object.keys(viewports) : ["desktop"];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// All checks of a page as it stands now, at each size, with a picture of each. `status` is of a
// page that the browser reports as an error, because it is one.
export async function goodEverywhere(who, name, { status } = {}) {
  const before = who.viewport;
  for (const viewport of Object.keys(viewports)) {
    await resize(who, viewport);
    await goodAtThisSize(who, name, status);
  }
  await resize(who, before);
}

export async function goodPage(who, name, { status } = {}) {
  await (everySize ? goodEverywhere(who, name, { status }) : goodAtThisSize(who, name, status));
}

async function goodAtThisSize(who, name, status) {
  const where = `${name} at ${viewports[who.viewport].width}${who.script ? "" : " without script"}`;
  await picture(who, name);
  await fits(who, where);
  await touchable(who, where);
  if (who.script && axeAt.includes(who.viewport)) await accessible(who, where);
  quiet(who, where, status);
}

// The browser had nothing to say, but for the statuses that the journey asked for. It may say so a
// moment late, on a busy machine: what was asked for and not heard yet is forgiven the next time.
export function quiet(who, where, ...statuses) {
  const wanted = [...statuses.filter(Boolean), ...(who.late ?? [])];
  const says = (words, status) => words.includes(`responded with a status of ${status}`);
  const heard = who.complaints.splice(0);
  who.late = statuses.filter((one) => one && !heard.some((words) => says(words, one)));
  const wrong = heard.filter((words) => !wanted.some((status) => says(words, status)));
  assert.deepEqual(wrong, [], `${where}: the browser complained`);
}

// axe is put in by the test's own hand past the page's policy, which allows no foreign script.
export async function accessible(who, where) {
  if (!(await who.page.evaluate(() => Boolean(window.axe?.run)))) await who.page.evaluate(axe);
  const found = await who.page.evaluate(
    (tags) =>
      window.axe
        .run(document, {
          runOnly: { type: "tag", values: tags },
          resultTypes: ["violations"],
        })
        .then(({ violations }) =>
          violations.map((v) => {
            const places = v.nodes.map((n) => n.target.join(" ")).slice(0, 5);
            return `${v.id}: ${v.help} at ${places.join(" | ")}`;
          }),
        ),
    rules,
  );
  assert.deepEqual(found, [], `${where}: axe`);
}

export async function fits(who, where) {
  const wide = await who.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((e) => `${e.tagName}.${e.className}`);
  });
  assert.deepEqual(wide, [], `${where}: wider than the window`);
}

// Links within text may be small; every other target is 24 px at least (WCAG 2.2, 2.5.8).
export async function touchable(who, where) {
  const small = await who.page.evaluate(() =>
    [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary")]
      .filter((e) => {
        const box = (e.closest("label") ?? e).getBoundingClientRect();
        return box.width > 0 && (box.width < 24 || box.height < 24);
      })
      .slice(0, 5)
      .map((e) => `${e.tagName} ${e.name ?? ""} ${e.textContent.trim().slice(0, 30)}`),
  );
  assert.deepEqual(small, [], `${where}: too small to touch`);
}

// Tab through the page: each stop shows its focus and is not hidden under a sticky bar.
export async function focusSeen(who, where, stops = 25) {
  for (let stop = 0; stop < stops; ++stop) {
    await who.page.keyboard.press("Tab");
    const fault = await who.page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return "";
      const shown = [e, e.labels?.[0], e.closest("label")].filter(Boolean);
      const marked = shown.some((one) =>
        [getComputedStyle(one), getComputedStyle(one, "::before")].some(
          (style) =>
            (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
            style.boxShadow !== "none" ||
            style.backgroundColor === "rgb(255, 221, 0)",
        ),
      );
      const words = `${e.tagName} ${e.name ?? ""} ${e.textContent.trim().slice(0, 40)}`;
      if (!marked) return `focus cannot be seen on ${words}`;
      const box = e.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      const bar = top?.closest(".savebar");
      return bar && !bar.contains(e) ? `the bar hides ${words}` : "";
    });
    assert.equal(fault, "", where);
  }
}
