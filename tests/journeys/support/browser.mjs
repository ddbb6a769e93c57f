// A real Chromium for journeys: one browser for all of them, a fresh context for each person.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { codeFor, codeIn, mailsSoFar, mailTo } from "./mailbox.mjs";
import { origin, password } from "./stack.mjs";

export const viewports = {
  desktop: { width: 1280, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 320, height: 640 },
};

// A form of sixty rows is ten screens and more: its beginning is enough to look at.
const tallest = 3200;
export const pictures =
  process.env.ONERETURN_PICTURES ?? join(process.cwd(), "artefacts", "pictures");

export async function openBrowser() {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
  ];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: [...quiet, ...asRoot] });
}

// A person at a browser: remembers every console message and failed request, so that a test can
// demand that there were none.
export async function person(browser, { viewport = "desktop", script = true } = {}) {
  const context = await browser.newContext({
    viewport: viewports[viewport],
    javaScriptEnabled: script,
    ignoreHTTPSErrors: true,
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(20000);
  context.on("page", (page) => clickArrives(page.mainFrame()));
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`${message.type()} on ${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`script failed on ${page.url()}: ${error}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()} failed: ${why}`);
  });
  return { context, page, complaints, viewport, script };
}

// A click that leads to another page is over when that page is all there: what is read next would
// otherwise be as much of it as a busy machine had come to.
function clickArrives(frame) {
  const click = frame.click.bind(frame);
  frame.click = async (...given) => {
    await click(...given);
    await frame.waitForLoadState();
  };
}

export async function go(who, path) {
  return who.page.goto(`${origin}${path}`);
}

// Signs in; whoever has several roles takes the one at that party.
export async function signIn(who, { email, party }) {
  await go(who, "/sign-in");
  await who.page.fill("#email", email);
  await who.page.fill("#password", password);
  await who.page.click("main button");
  if (new URL(who.page.url()).pathname === "/sign-in/code") {
    await who.page.fill("#code", await codeFor(email));
    await who.page.click("main button");
  }
  if (new URL(who.page.url()).pathname === "/role") {
    await who.page.click(`main button.rolecard:has-text("${party}")`);
  }
}

// Presses the button that signs, and types the code that comes by mail. `look` looks at the page
// that asks for it.
export async function signByMail(who, email, look = () => {}) {
  const since = await mailsSoFar();
  await who.page.click("main form button");
  await who.page.locator("#code").waitFor();
  await look();
  await who.page.fill("#code", codeIn(await mailTo(email, { since })));
  await who.page.click("main form button");
}

export async function resize(who, viewport) {
  who.viewport = viewport;
  await who.page.setViewportSize(viewports[viewport]);
}

// Heading of the page that is shown, for messages and for knowing where we are.
export async function heading(who) {
  return (await who.page.locator("h1").first().innerText()).trim();
}

export async function picture(who, name) {
  const width = viewports[who.viewport].width;
  const file = join(pictures, `${name}-${width}${who.script ? "" : "-plain"}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await stick(who, "static");
  const tall = await who.page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(tall, tallest);
  const clip = { x: 0, y: 0, width, height };
  await who.page.screenshot({ path: file, fullPage: true, clip });
  await stick(who, "");
  return file;
}

// What sticks to the window would stand in the middle of a picture of the whole page.
function stick(who, position) {
  return who.page.evaluate((value) => {
    for (const one of document.querySelectorAll(".savebar, .app-work__list")) {
      one.style.position = value;
    }
  }, position);
}
