// A real Chromium for journeys: one browser for a file of tests, a fresh context for each person.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const viewports = {
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 900 },
  phone: { width: 320, height: 640 },
};

const pictures = process.env.ONERETURN_PICTURES ?? join(process.cwd(), "artefacts", "pictures");

export async function openBrowser() {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-quic"];
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
  });
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

export async function signIn(who, origin, email, password, role) {
  await who.page.goto(`${origin}/sign-in`);
  await who.page.fill("input[name=email]", email);
  await who.page.fill("input[name=password]", password);
  await who.page.click("main button[type=submit]");
  if (role && who.page.url().includes("/role")) {
    await who.page.click(`main button:has-text("${role}")`);
  }
  await who.page.waitForLoadState("load");
}

export async function picture(who, name) {
  mkdirSync(pictures, { recursive: true });
  const file = join(pictures, `${name}-${viewports[who.viewport].width}${who.script ? "" : "-plain"}.png`);
  await who.page.screenshot({ path: file, fullPage: true });
  return file;
}
