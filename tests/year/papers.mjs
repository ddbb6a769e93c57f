// What a board of the demonstration has on paper says what stands on its pages: each paper is taken
// along as its manager does, and read back with other programs than those that made it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "../journeys/support/browser.mjs";
import { origin, whoIs } from "../journeys/support/stack.mjs";

// Letters and figures alone: what breaks lines, and the marks that a list is drawn with, is the
// page's own.
const bare = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");

const read = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 << 20 });
const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const shown = (html) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);

// Head and foot of each page of a PDF stand between what goes on behind them.
const furniture = /^(.*\bPage \d+ of \d+|.*\bReport \d+, version \d+)$/;
const readers = {
  pdf: (file) =>
    read("pdftotext", "-raw", file, "-")
      .split(/[\n\f]/)
      .filter((line, at) => at < 8 || !furniture.test(line))
      .join("\n"),
  docx: (file) => shown(read("pandoc", "-f", "docx", "-t", "html", "--wrap=none", file)),
  odt: (file) => shown(read("unzip", "-p", file, "content.xml")),
};
const textOf = (format, file) => bare(readers[format](file));

// Where a piece ends that stands there from `at` on: whole, or as far as it goes on its page, when
// its row goes on overleaf below the table's headings. -1 where it is missing.
const across = 400;
function endOf(text, piece, at) {
  const whole = text.indexOf(piece, at);
  if (whole !== -1 && whole - at < across) return whole + piece.length;
  for (let cut = piece.length - 1; cut > 0; cut -= 1) {
    const first = text.indexOf(piece.slice(0, cut), at);
    if (first === -1 || (whole !== -1 && first > whole)) continue;
    const rest = text.indexOf(piece.slice(cut), first + cut);
    if (rest !== -1 && rest - first - cut < across) return first + cut;
  }
  return whole === -1 ? -1 : whole + piece.length;
}

function saysInOrder(text, pieces, from = 0) {
  let at = from;
  for (const piece of pieces) {
    const end = endOf(text, piece, at);
    const around = text.slice(Math.max(0, at - 80), at);
    assert.notEqual(end, -1, `“${piece.slice(0, 200)}” after ${around}`);
    at = end;
  }
  return at;
}

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
      return { said, file, text: textOf(format, file) };
    }
    throw new Error(`${words} is not there as ${format}`);
  }

  // A link of marked text is its words on paper.
  const onPaper = (piece) => bare(piece.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"));

  for (const format of Object.keys(readers)) {
    test(`the overview as ${format} says what stands on its page, in that order`, async () => {
      const { said, text } = await taken("Overview report", format);
      assert.ok(said.length > 150, `${said.length} pieces on the page`);
      saysInOrder(text, said.map(onPaper).filter(Boolean));
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
    const { text } = await taken("Chair’s pack", "pdf");
    let at = 0;
    for (const paper of ["Overview report", "Highlight report", "Improvement plan"]) {
      await report(paper);
      at = saysInOrder(text, (await pieces()).map(onPaper).filter(Boolean), at);
    }
  });
});
