// A return on paper says what its page says, in the form of each board: PDF for all of them, Word
// and ODF for some, all with tools/dev test --full. Read back with programs that did not make them.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { bare, read, saysAll, textOf } from "./support/paper_texts.mjs";
import { boardsOfForce, ensureSent, eventually, origin, party, whoIs } from "./support/stack.mjs";

const patience = 10 * 60 * 1000;
const everything = Boolean(process.env.ONERETURN_TEST_FULL);
const names = { pdf: "PDF", docx: "Word", odt: "OpenDocument text" };
const sender = party("thornmere-police").profile.name;
// A board whose form has grades, and one whose form is words alone.
const inEveryFormat = ["westmarch", "harrowmere"];
const formatsOf = (code) =>
  everything || inEveryFormat.includes(code) ? Object.keys(names) : ["pdf"];

// What was said in each box, the points that were chosen and what is asked, sentence by sentence: a
// long row goes on overleaf, and its cells then stand between each other.
async function returnOnScreen(who) {
  await go(who, "/returns");
  await who.page.locator("main tbody th a", { hasText: sender }).first().click();
  const path = new URL(who.page.url()).pathname;
  const texts = await who.page
    .locator(".sheet :is(.said, .light, th[data-l=Item])")
    .evaluateAll((all) =>
      all.map((one) => {
        const lead = one.querySelector(".lead-in")?.innerText ?? "";
        return one.innerText.replace(lead, "");
      }),
    );
  const sentences = texts.flatMap((text) => text.split(/\n+|(?<=[.?!]) /));
  return { path, sentences: sentences.map(bare).filter(Boolean) };
}

const row = (who, format) =>
  who.page
    .locator("section:has(#filled-h) li")
    .filter({ has: who.page.locator(`b:text-is("${names[format]}")`) });

// What is there already has no button.
async function askFor(who, path, formats) {
  for (const format of formats) {
    await go(who, `${path}/papers`);
    const button = row(who, format).locator("button");
    if ((await button.count()) > 0) await button.click();
  }
}

async function taken(who, path, format, folder) {
  const link = row(who, format).locator("a");
  await eventually(
    `${path} is there as ${format}`,
    async () => {
      await go(who, `${path}/papers`);
      return link.count();
    },
    patience,
  );
  const answer = await who.context.request.get(`${origin}${await link.getAttribute("href")}`);
  assert.equal(answer.status(), 200);
  const file = join(folder, `return.${format}`);
  writeFileSync(file, await answer.body());
  return file;
}

// Marks, language and title; every font in it.
function isForKeeping(pdf) {
  const about = read("pdfinfo", "-meta", pdf) + read("pdfinfo", pdf);
  assert.match(about, /pdfuaid:part>1</);
  assert.match(about, /pdfaid:part>2</);
  assert.match(about, /Tagged: +yes/);
  const fonts = read("pdffonts", pdf).trim().split("\n").slice(2);
  for (const font of fonts) assert.match(font, / yes +(yes|no) +(yes|no) +\d+ +\d+$/);
  const inside = read("qpdf", "--qdf", "--object-streams=disable", pdf, "-");
  assert.match(inside, /\/Lang \(en-GB\)/);
  assert.match(inside, /\/S \/TH/);
}

describe("a return on paper says what its page says", () => {
  let browser;
  const managers = new Map();
  const sent = new Map();

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    for (const { code } of boardsOfForce) {
      const manager = await person(browser, { script: false });
      managers.set(code, manager);
      await signIn(manager, whoIs(code, "manager"));
      sent.set(code, await returnOnScreen(manager));
      await askFor(manager, sent.get(code).path, formatsOf(code));
    }
  });
  after(() => browser?.close());

  for (const { code, profile } of boardsOfForce) {
    test(`${profile.name}`, { timeout: patience * 2 }, async () => {
      const manager = managers.get(code);
      const { path, sentences } = sent.get(code);
      assert.ok(sentences.length > 50, `${sentences.length} sentences`);
      const folder = mkdtempSync(join(tmpdir(), "papers-"));
      for (const format of formatsOf(code)) {
        const file = await taken(manager, path, format, folder);
        const text = textOf(format, file);
        assert.ok(text.includes(bare(sender)), format);
        saysAll(text, sentences);
        if (format === "pdf") isForKeeping(file);
      }
      rmSync(folder, { recursive: true });
      assert.deepEqual(manager.complaints, []);
    });
  }
});
