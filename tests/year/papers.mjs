// What a board of the demonstration has on paper says what stands on its pages: each paper is taken
// along as its manager does, and read back.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "../journeys/support/browser.mjs";
import {
  bare,
  formats,
  keepSample,
  read,
  saysInOrder,
  textsOf,
} from "../journeys/support/paper_texts.mjs";
import { askFor, returnOnScreen, saysOnPaper } from "../journeys/support/return_on_paper.mjs";
import { origin, whoIs } from "../journeys/support/stack.mjs";

describe("papers of a board", () => {
  let browser, manager, folder;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "papers-"));
    browser = await openBrowser();
    manager = await person(browser);
    await signIn(manager, whoIs("port-sallow", "manager"));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function report(words) {
    await go(manager, "/reports");
    await manager.page.locator("main tbody a", { hasText: words }).first().click();
    return new URL(manager.page.url()).pathname;
  }

  // Every piece of text that stands in the report, as it is read on its page.
  const pieces = () =>
    manager.page.evaluate(() => {
      const found = [];
      for (const one of document.querySelectorAll(
        ".report > div section :is(h2, h3, h4, p, li, textarea), .report-facts " +
          ":is(h3, h4, p, li, th, td, caption)",
      )) {
        if (one.closest("details, .app-actions-row") || one.id === "facts-h") continue;
        if (one.tagName === "TEXTAREA") {
          found.push(...one.value.split("\n").map((line) => line.replace(/^(\d+\.|-) /, "")));
        } else if (!one.querySelector("p, li, th, td")) {
          found.push(one.textContent);
        }
      }
      return found;
    });

  async function taken(words, format) {
    const path = await report(words);
    const said = await pieces();
    await manager.page.locator('main a[href$="/files"]').first().click();
    const link = manager.page.locator(`main a[href*="/papers/"]`);
    const all = await link.evaluateAll((links) => links.map((one) => one.getAttribute("href")));
    for (const href of all) {
      const answer = await manager.context.request.get(`${origin}${href}`);
      if (!answer.headers()["content-disposition"].includes(`.${format}`)) continue;
      const file = join(folder, `${path.split("/").at(-1)}.${format}`);
      writeFileSync(file, await answer.body());
      keepSample(file, words);
      return { said, file, texts: textsOf(format, file) };
    }
    throw new Error(`${words} is not there as ${format}`);
  }

  // A link of marked text is its words on paper.
  const onPaper = (piece) => bare(piece.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"));

  for (const format of formats) {
    test(`the overview as ${format} says what stands on its page, in that order`, async (t) => {
      const { said, texts } = await taken("Overview report", format);
      assert.ok(said.length > 150, `${said.length} pieces on the page`);
      for (const [way, text] of texts) {
        await t.test(way, () => saysInOrder(text, said.map(onPaper).filter(Boolean)));
      }
    });
  }

  test("the overview is for keeping and for screen readers, and complete in itself", async () => {
    const { file } = await taken("Overview report", "pdf");
    const about = read("pdfinfo", "-meta", file) + read("pdfinfo", file);
    assert.match(about, /pdfuaid:part>1</);
    assert.match(about, /pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
    assert.match(about, /Title: +Overview report: Section 11 return, spring 2027/);
    assert.match(about, /Tagged: +yes/);
    for (const font of read("pdffonts", file).trim().split("\n").slice(2)) {
      assert.match(font, / yes +(yes|no) +(yes|no) +\d+ +\d+$/, `embedded: ${font}`);
    }
  });

  test("the chair's pack holds its papers whole, one after the other", async () => {
    const [[, text]] = (await taken("Chair’s pack", "pdf")).texts;
    let at = 0;
    for (const paper of ["Overview report", "Highlight report", "Improvement plan"]) {
      await report(paper);
      at = saysInOrder(text, (await pieces()).map(onPaper).filter(Boolean), at);
    }
  });

  test("a return says in the board's own form what its page says", async () => {
    await go(manager, "/returns");
    const sender = await manager.page.locator("main tbody th a").first().innerText();
    const sent = await returnOnScreen(manager, sender);
    await askFor(manager, sent.path);
    await saysOnPaper(manager, sent, sender, folder, "port-sallow");
  });
});
