// Every page prints: each row of the table of routes is opened as somebody who may, in print, on
// A4 with its margins, and looked at by a browser. A page of tomorrow is in it tomorrow.
import assert from "node:assert/strict";
import test from "node:test";
import { chromium } from "playwright-core";
import { url } from "./support/client.mjs";
import { filled } from "./support/harvest.mjs";
import { routes } from "./support/routes.mjs";
import { backToKept, count, stage, tell } from "./support/stage.mjs";

// A4 is 794 px wide at 96 to the inch, less 14 mm on both sides; landscape is 1123, A3 1587.
const portrait = { width: 688, height: 1010 };
const wide = { width: 1017, height: 680 };
const largest = { width: 1519, height: 1070 };
const isPage = ({ verb, surface, pattern }) =>
  verb === "GET" && surface === "page" && !/\.(csv|zip|svg|ics|json|txt)$/.test(pattern);

// Rows that answer no page, and pages whose moment this region does not have; nothing else may be
// missed.
const notHere = new Map([
  ["/", "a way on to the first page"],
  ["/figures/picture", "a picture"],
  ["/reports/{report}/versions/{version}/pictures/{number}", "a picture"],
  ["/reports/{report}/papers/{file}", "a file"],
  ["/reports/{report}/tables/{file}", "a file"],
  ["/returns/{return}/papers/{file}", "a file"],
  ["/returns/{return}/tables/{file}", "a file"],
  ["/sent/{request}/papers/{file}", "a file"],
  ["/board/look/logo", "a picture"],
  ["/questions/{requirement}/consequences", "a piece of a page"],
  ["/calendar/{address}", "a calendar"],
  ["/evidence/{evidence}/file", "a file"],
  ["/evidence/{evidence}/versions/{version}", "a file"],
  ["/returns/{return}/evidence/{number}", "a file"],
  ["/actions/{action}/evidence/{entry}/{number}", "a file"],
  ["/returns/{return}/asked/{ask}", "a file"],
  ["/joined", "after two have just become connected"],
  ["/merged", "after two rooms have just become one"],
  ["/sent/{request}/changes", "while a board waits for changes"],
  ["/sight/{granting}/evaluations/{return}", "while a council is granted evaluations"],
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
  const chrome =
    "body > header, body > footer, nav, button, [type=submit], .govuk-button, .govuk-back-link";
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

async function faceOf(browser, who) {
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

// One page of each row for each role. What nobody links to is added: a visitor's own pages, and a
// receipt, which needs a return that its board has just acknowledged.
async function placesToLook({ pages, forms, visits }) {
  const places = new Map();
  const add = (one) => {
    const key = `${one.pattern} ${one.who.role ?? one.who.label}`;
    if (!places.has(key)) places.set(key, one);
  };
  pages.filter(({ type, pattern }) => type === "text/html" && !notHere.has(pattern)).forEach(add);
  for (const pattern of ["/signed-out", "/verify"]) add({ who: visits, path: pattern, pattern });
  const form = forms.find(({ route }) => route?.pattern === "/returns/{return}/acknowledge");
  assert.ok(form, "a return that can be acknowledged");
  await form.who.post(form.action, filled(form), { csrf: false });
  const path = form.action.replace(/acknowledge$/, "receipt");
  add({ who: form.who, path, pattern: "/returns/{return}/receipt" });
  const [code] = /\/verify\/[0-9A-Z-]+/.exec((await form.who.get(path)).text);
  add({ who: visits, path: code, pattern: "/verify/{code}" });
  return [...places.values()];
}

test("every page of the table of routes prints as a page, for each who may open it", async () => {
  const scene = await stage();
  const browser = await openBrowser();
  const faces = new Map();
  const seen = new Set();
  const faults = [];
  try {
    for (const { who, path, pattern } of await placesToLook(scene)) {
      if (!faces.has(who)) faces.set(who, await faceOf(browser, who));
      const found = await look(faces.get(who), path, Boolean(who.role));
      faults.push(...found.map((words) => `${path} (${pattern}) as ${who.label} ${words}`));
      seen.add(pattern);
      count("print");
    }
  } finally {
    await browser.close();
    await backToKept();
  }
  const rows = routes.filter(isPage).map(({ pattern }) => pattern);
  const missed = rows.filter((pattern) => !seen.has(pattern) && !notHere.has(pattern));
  faults.push(...missed.map((pattern) => `${pattern} was opened by nobody`));
  tell("print", faults);
});
