// Returns on paper: the force takes its filled return and its receipt, a board takes what it
// received; the code on the paper leads to the page where it is checked. One side has no script.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage } from "./support/checks.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  origin,
  party,
  requestsOf,
  whoIs,
} from "./support/stack.mjs";

const board = "harrowmere";
const patience = 120_000;

function textOf(pdf) {
  const folder = mkdtempSync(join(tmpdir(), "return-paper-"));
  writeFileSync(join(folder, "paper.pdf"), pdf);
  const read = spawnSync("pdftotext", ["-layout", join(folder, "paper.pdf"), "-"], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  assert.equal(read.status, 0, read.stderr);
  return read.stdout;
}

const row = (who, part, format) =>
  who.page
    .locator(`section:has(#${part}-h) li`)
    .filter({ has: who.page.locator(`b:text-is("${format}")`) });

// Asks for it, waits as somebody without script does, and takes it.
async function taken(who, part, format) {
  await row(who, part, format).locator("button").click();
  await eventually(
    `${part} as ${format} is ready`,
    async () => {
      await who.page.reload();
      return row(who, part, format).locator("a").count();
    },
    patience,
  );
  const href = await row(who, part, format).locator("a").getAttribute("href");
  const answer = await who.context.request.get(`${origin}${href}`);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-disposition"], /^attachment/);
  return answer.body();
}

describe("returns on paper", () => {
  let browser, lead, manager, request, received, code;

  before(async () => {
    await ensureSent();
    request = (await requestsOf(force)).get(board);
    received = (await deliveries()).find((one) => one.request === request).return;
    browser = await openBrowser();
    lead = await person(browser);
    manager = await person(browser, { script: false });
    await signIn(lead, whoIs(force, "lead"));
    await signIn(manager, whoIs(board, "manager"));
    await go(manager, `/returns/${received}`);
    const button = manager.page.locator('button:has-text("Acknowledge")');
    if (await button.count()) await button.click();
  });
  after(() => browser?.close());

  test("the force takes its return with the sources of its answers", async () => {
    await go(lead, `/sent/${request}/receipt`);
    await lead.page.click("text=Take it on paper");
    assert.equal(await heading(lead), "Take it on paper");
    await goodEverywhere(lead, "return-papers/01-nothing-made");
    await lead.page.click("text=Sources as footnotes");
    await row(lead, "filled", "PDF").locator("button").click();
    await goodPage(lead, "return-papers/02-being-made");
    // The page looks again by itself.
    await row(lead, "filled", "PDF").locator("a").waitFor({ timeout: patience });
    const href = await row(lead, "filled", "PDF").locator("a").getAttribute("href");
    const answer = await lead.context.request.get(`${origin}${href}`);
    const text = textOf(await answer.body());
    assert.match(text, new RegExp(party(force).profile.name));
    // Of the version that the board works with, whatever was offered to it since.
    code = /\/verify\/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4})/.exec(text)?.[1];
    assert.ok(code, text);
    assert.match(text, /From: /);
    await goodEverywhere(lead, "return-papers/03-ready");
  });

  test("and its receipt, whose code says that it is genuine", async () => {
    await go(lead, `/sent/${request}/papers`);
    const text = textOf(await taken(lead, "receipt", "PDF"));
    const hash = text.match(/[0-9a-f]{64}/)?.[0];
    assert.match(text, new RegExp(`/verify/${code}`));
    const passer = await person(browser);
    await go(passer, `/verify/${code}`);
    assert.equal(await heading(passer), "This receipt is genuine");
    if (hash) assert.equal(await passer.page.locator(".hash").innerText(), hash);
    await goodEverywhere(passer, "return-papers/04-verified");
    await passer.context.close();
  });

  test("the board takes what it received, without script, and the blank form", async () => {
    await go(manager, `/returns/${received}`);
    await manager.page.click("main >> text=Take it on paper");
    const text = textOf(await taken(manager, "filled", "PDF"));
    assert.match(text, new RegExp(party(force).profile.name));
    assert.match(text, /How to check this copy/);
    const blank = await taken(manager, "blank", "Web page");
    assert.match(blank.toString(), /Blank form, version/);
    await goodPage(manager, "return-papers/05-board");
  });

  test("nobody takes another's", async () => {
    const own = await row(manager, "filled", "PDF").locator("a").getAttribute("href");
    const file = own.split("/").pop();
    for (const path of [`/sent/${request}/papers/${file}`, own]) {
      const answer = await lead.context.request.get(`${origin}${path}`);
      assert.ok([403, 404].includes(answer.status()), `${path}: ${answer.status()}`);
    }
  });
});
