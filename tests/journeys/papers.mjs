// What a board takes along says what its screen says: for each of the six boards, whose forms are
// six, an overview and a return are put into a chair's pack, and the PDF, Word and ODF files that
// the worker made are read back with programs that did not make them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { boardsOfForce, ensureSent, eventually, origin, party, whoIs } from "./support/stack.mjs";

const patience = 10 * 60 * 1000;
const formats = { pdf: "PDF", docx: "Word", odt: "OpenDocument" };
const sender = party("thornmere-police").profile.name;

// Line ends, tags and the way in which spaces are written differ from form to form.
const bare = (text) => text.normalize("NFC").replace(/[\s\u00a0\u00ad\u200b]+/gu, "");
const fromHtml = (html) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&");

class Files {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "papers-"));
  }
  keep(format, bytes) {
    this[format] = join(this.folder, `pack.${format}`);
    writeFileSync(this[format], bytes);
  }
  read(program, ...words) {
    return execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
  }
  // In the order in which a screen reader walks the tags. Once: it takes long.
  tags() {
    this.walked ??= this.read("pdfinfo", "-struct-text", this.pdf);
    return this.walked;
  }
  words(format) {
    // pandoc leaves the heads of an ODF's tables out.
    if (format === "odt") {
      return fromHtml(this.inside("odt", "content.xml").split("<office:body>")[1]);
    }
    if (format === "docx") {
      return fromHtml(this.read("pandoc", "--wrap=none", "-f", format, "-t", "html", this[format]));
    }
    const quoted = this.tags().match(/^ *".*"$/gm) ?? [];
    return quoted.map((line) => line.trim().slice(1, -1)).join("");
  }
  inside(format, name) {
    return this.read("unzip", "-p", this[format], name);
  }
  gone() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// Each text is there, behind the one before it.
function inOrder(whole, texts, what) {
  let at = 0;
  for (const text of texts) {
    const wanted = bare(text);
    if (wanted === "") continue;
    const found = whole.indexOf(wanted, at);
    const where = whole.includes(wanted) ? "stands too early" : "is not there";
    assert.ok(found >= 0, `${what}: “${text}” ${where}`);
    at = found + wanted.length;
  }
}

async function pressed(who, words) {
  await who.page.locator(`main button:has-text("${words}")`).first().click();
}

async function drafted(who, kind, choose) {
  await go(who, `/reports/new?kind=${kind}`);
  await who.page.locator("#exercise option").nth(1).waitFor({ state: "attached" });
  await who.page.locator("#exercise").selectOption({ index: 1 });
  await choose?.();
  await pressed(who, "Draft it");
  await who.page.waitForURL(/\/reports\/[0-9a-f-]{36}\?saved=made$/);
  return new URL(who.page.url()).pathname;
}

// The return as its page shows it: what was said in each box, and the points that were chosen.
async function returnOnScreen(who) {
  await go(who, "/returns");
  await who.page.locator("main tbody th a", { hasText: sender }).first().click();
  const id = new URL(who.page.url()).pathname.split("/").pop();
  const said = await who.page.locator(".sheet .said").evaluateAll((all) =>
    all.map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelector(".lead-in")?.remove();
      return copy.textContent.trim();
    }),
  );
  const points = await who.page.locator(".sheet .light").allTextContents();
  const items = await who.page.locator(".sheet tbody th[scope=row]").allTextContents();
  return { id, said: said.filter(Boolean), points, items };
}

// The tables of a report as its page shows them, cell by cell.
async function tablesOnScreen(who, report) {
  await go(who, report);
  return who.page.locator("main table").evaluateAll((all) =>
    all.map((table) => ({
      caption: table.caption?.textContent.trim() ?? "",
      heads: [...table.querySelectorAll("thead th")].map((one) => one.textContent.trim()),
      cells: [...table.querySelectorAll("tbody th, tbody td")].map((one) => one.textContent.trim()),
    })),
  );
}

async function takeAlong(who, pack, files) {
  await go(who, pack);
  await who.page.locator('main >> text="Take it along"').first().click();
  const page = new URL(who.page.url()).pathname;
  for (const format of Object.keys(formats)) {
    const form = who.page.locator(`main form:has(input[name=format][value=${format}])`);
    await form.locator("button").click();
  }
  for (const format of Object.keys(formats)) {
    const link = who.page.locator(`main li:has-text("${formats[format]}") a`).first();
    await eventually(
      `${format} is made`,
      async () => {
        await go(who, page);
        return (await link.count()) > 0;
      },
      patience,
    );
    const answer = await who.context.request.get(`${origin}${await link.getAttribute("href")}`);
    assert.equal(answer.status(), 200);
    files.keep(format, await answer.body());
  }
}

describe("what a board takes along says what its screen says", () => {
  let browser;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const board of boardsOfForce) {
    const name = board.profile.name;
    test(`${name}: overview, return and pack`, { timeout: patience * 2 }, async () => {
      const files = new Files();
      const manager = await person(browser, { script: false });
      await signIn(manager, whoIs(board.code, "manager"));
      const sent = await returnOnScreen(manager);
      assert.ok(sent.said.length > 5, "the return says something");
      const overview = await drafted(manager, "overview");
      const shown = await tablesOnScreen(manager, overview);
      assert.ok(shown.length > 3);
      const title = (await manager.page.locator("h1").first().innerText()).trim();
      const pack = await drafted(manager, "pack", async () => {
        await manager.page.check(`input[name=papers][value="${overview.split("/").pop()}"]`);
        const chosen = manager.page.locator(`input[name=returns][value="${sent.id}"]`);
        await chosen.locator("xpath=ancestor::details/summary").click();
        await chosen.check();
      });
      await takeAlong(manager, pack, files);
      for (const format of Object.keys(formats)) {
        const whole = bare(files.words(format));
        const of = whole.indexOf(bare(sender), whole.lastIndexOf(bare("Register of returns")));
        assert.ok(of > 0, format);
        const what = `${name} as ${format}`;
        inOrder(whole, [title], what);
        for (const table of shown)
          inOrder(whole, [table.caption, ...table.heads, ...table.cells], what);
        inOrder(whole, sent.said, what);
        for (const text of [...sent.points, ...sent.items]) inOrder(whole, [text], what);
      }
      structureOf(files, shown);
      assert.deepEqual(manager.complaints, []);
      await manager.context.close();
      files.gone();
    });
  }
});

// Headings, heads of tables, alternatives, language and title are in each of the files.
function structureOf(files, shown) {
  const tags = files.tags();
  const count = (text, what) => text.split(what).length - 1;
  assert.ok(count(tags, "H1 (block)") >= 4 && count(tags, "H2 (block)") >= 6);
  assert.ok(count(tags, "TH:\n") >= shown.reduce((sum, one) => sum + one.heads.length, 0));
  assert.ok(count(tags, "Figure") >= 3, "pictures");
  const facts = files.read("pdfinfo", files.pdf);
  assert.match(facts, /Title: +Chair’s pack/);
  assert.match(facts, /Tagged: +yes/);
  const inside = files.read("qpdf", "--qdf", "--object-streams=disable", files.pdf, "-");
  assert.match(inside, /\/Lang \(en-GB\)/);
  assert.ok(count(inside, "/Alt <") + count(inside, "/Alt (") >= count(tags, "Figure"));
  const word = files.inside("docx", "word/document.xml");
  assert.ok(count(word, 'w:val="Heading1"') >= 4);
  assert.ok(count(word, "<w:tblHeader") >= shown.length);
  assert.doesNotMatch(word, /<wp:docPr [^>]*descr=""/);
  assert.match(files.inside("docx", "docProps/core.xml"), /<dc:title>Chair’s pack/);
  assert.match(files.inside("docx", "word/styles.xml"), /w:val="en-GB"/);
  const open = files.inside("odt", "content.xml");
  assert.ok(count(open, "<text:h ") >= 10);
  assert.ok(count(open, "<table:table-header-rows>") >= shown.length);
  assert.ok(count(open, "<svg:desc>") + count(open, "<svg:title>") >= 3);
  assert.match(files.inside("odt", "meta.xml"), /<dc:title>Chair’s pack/);
}
