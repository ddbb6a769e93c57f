// A return taken on paper by a board, and what its page said.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { go } from "./browser.mjs";
import { bare, formats, keepSample, read, saysAll, textsOf } from "./paper_texts.mjs";
import { eventually, origin } from "./stack.mjs";

export const patience = 10 * 60 * 1000;
const names = { pdf: "PDF", docx: "Word", odt: "OpenDocument text" };

// What was said in each box, the points that were chosen and what is asked, sentence by sentence: a
// long row goes on overleaf, and its cells then stand between each other.
export async function returnOnScreen(who, sender) {
  await go(who, "/returns");
  const link = who.page.locator("main tbody th a", { hasText: sender }).first();
  // Where a newer version is offered the link leads to that.
  const [path] = (await link.getAttribute("href")).match(/^\/returns\/[0-9a-f-]{36}/);
  await go(who, path);
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
export async function askFor(who, path) {
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

// In every format, as every reader reads it. Made beforehand, or made now.
export async function saysOnPaper(who, { path, sentences }, sender, folder, board) {
  assert.ok(sentences.length > 30, `${sentences.length} sentences`);
  for (const format of formats) {
    const file = await taken(who, path, format, folder);
    keepSample(file, `return-${board}`);
    for (const [way, text] of textsOf(format, file)) {
      assert.ok(text.includes(bare(sender)), `${format} ${way}`);
      saysAll(text, sentences, `${format} ${way}`);
    }
    if (format === "pdf") isForKeeping(file);
  }
}
