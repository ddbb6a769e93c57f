// Every page prints: each row of the table of routes is opened as somebody who may, in print, on
// A4 with its margins, and looked at by a browser. A page of tomorrow is in it tomorrow.
import assert from "node:assert/strict";
import test from "node:test";
import { chromium } from "playwright-core";
import { url } from "./support/client.mjs";
import { routes } from "./support/routes.mjs";
import { backToKept, count, stage, tell } from "./support/stage.mjs";

// A4 is 794 px wide at 96 to the inch, less 14 mm on both sides; landscape is 1123, A3 1587.
const portrait = { width: 688, height: 1010 };
const wide = { width: 1017, height: 680 };
const largest = { width: 1519, height: 1070 };
const isPage = ({ verb, surface, pattern }) =>
  verb === "GET" && surface === "page" && !/\.(csv|zip|svg|ics|json|txt)$/.test(pattern);

// Rows of the table that answer no page of their own to whoever asks: they lead on, hand out a
// file, or answer a script.
const noPages = new Map([
  ["/", "leads home"],
  ["/questions/{requirement}/consequences", "a piece of a page"],
]);

async function openBrowser() {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: asRoot });
}

// What is wrong with the page as paper, in words.
function faultsInBrowser(signedIn) {
  const faults = [];
  const main = document.querySelector("main");
  const words = (e) =>
    `${e.tagName}.${e.className?.baseVal ?? e.className} ${e.textContent.trim().slice(0, 30)}`;
  const shown = (e) => {
    const box = e.getBoundingClientRect();
    const hidden = e.closest(".govuk-visually-hidden");
    return !hidden && box.width > 1 && box.height > 1 && e.checkVisibility();
  };
  const chrome = "header, footer, nav, button, [type=submit], .govuk-button, .govuk-back-link";
  for (const e of document.querySelectorAll(`${chrome}, .govuk-skip-link, .savebar, .noprint`)) {
    if (shown(e) && (e.innerText ?? "").trim() !== "") faults.push(`is printed: ${words(e)}`);
  }
  if (![...document.querySelectorAll("h1")].some(shown)) faults.push("has no h1");
  const head = document.querySelector(".app-printed");
  if (
    signedIn &&
    !(head && shown(head) && /printed by .+, on \d+ \w+ \d{4}/.test(head.innerText))
  ) {
    faults.push("does not say who printed it, and when");
  }
  for (const e of main.querySelectorAll("thead")) {
    const rows = e.closest("table").querySelector("tbody tr");
    if (shown(e.closest("table")) && getComputedStyle(e).display !== "table-header-group" && rows) {
      faults.push(`headings are not repeated: ${words(e)}`);
    }
  }
  for (const e of main.querySelectorAll("details")) {
    if (!shown(e)) continue;
    const inside = [...e.children].filter((one) => one.tagName !== "SUMMARY");
    const meant = inside.filter((one) => one.textContent.trim() !== "" && !one.matches(".noprint"));
    const lost = meant.filter((one) =>
      [...one.querySelectorAll("p, li, label, td"), one].every((each) => !shown(each)),
    );
    const bare = lost.filter(
      (one) => !one.matches("form, .app-actions-row") || one.querySelector("p, label"),
    );
    if (bare.length > 0) faults.push(`stays folded: ${words(e)}`);
  }
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) {
    const over = [...main.querySelectorAll("*")].filter(
      (e) => shown(e) && e.getBoundingClientRect().right > width + 1,
    );
    faults.push(`is wider than the paper: ${over.slice(0, 3).map(words).join(" | ")}`);
  }
  for (const e of main.querySelectorAll(".st")) {
    if (shown(e) && e.innerText.trim() === "") faults.push("a status without a word");
  }
  return faults;
}

// The paper that the page asks for by itself.
const paperOf = (page) =>
  page.evaluate(() => getComputedStyle(document.body).getPropertyValue("page").trim());

async function facesOf(browser, who) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: portrait });
  const cookies = (who.cookie ?? "").split("; ").filter(Boolean);
  await context.addCookies(
    cookies.map((one) => {
      const [name, ...value] = one.split("=");
      return { name, value: value.join("="), url, secure: true };
    }),
  );
  const page = await context.newPage();
  await page.emulateMedia({ media: "print" });
  return page;
}

async function look(page, path, signedIn) {
  await page.setViewportSize(portrait);
  const answer = await page.goto(url + path);
  if (answer.status() !== 200) return [`answers ${answer.status()}`];
  const paper = await paperOf(page);
  if (paper === "wide") await page.setViewportSize(wide);
  if (paper === "matrix") await page.setViewportSize(largest);
  return page.evaluate(faultsInBrowser, signedIn);
}

test("every page of the table of routes prints as a page, for each who may open it", async () => {
  const { pages, visits } = await stage();
  const browser = await openBrowser();
  const faces = new Map();
  const seen = new Set();
  const faults = [];
  const places = new Map();
  for (const one of pages.filter(({ type }) => type === "text/html")) {
    const key = `${one.pattern} ${one.who.role ?? "visitor"}`;
    if (!places.has(key)) places.set(key, one);
  }
  try {
    for (const { who, path, pattern } of places.values()) {
      if (!faces.has(who)) faces.set(who, await facesOf(browser, who));
      const signedIn = who !== visits;
      const found = await look(faces.get(who), path, signedIn);
      faults.push(...found.map((words) => `${path} (${pattern}) as ${who.label} ${words}`));
      seen.add(pattern);
      count("print");
    }
  } finally {
    await browser.close();
    await backToKept();
  }
  const never = routes.filter(isPage).map(({ pattern }) => pattern);
  const missed = never.filter((pattern) => !seen.has(pattern) && !noPages.has(pattern));
  console.log(
    `# printed ${places.size} pages of ${seen.size} rows; never seen: ${missed.join(" ")}`,
  );
  tell("print", faults);
});
