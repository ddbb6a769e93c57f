// A board manager takes a period out of the board's actions: an exception report and a highlight
// report, each compared row by row with the actions' own pages, edited, finished, and taken along;
// the files carry the same rows. Half of it without JavaScript.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { actionsOf, dayIn, exceptionsIn, highlightsIn } from "./action_pages.mjs";
import { go, heading, openBrowser, person, signIn } from "./browser.mjs";
import { goodEverywhere, goodPage } from "./checks.mjs";
import { bare, read, saysInOrder, textsOf } from "./paper_texts.mjs";
import { eventually, origin, whoIs } from "./stack.mjs";

const patience = 180_000;
const inPdf = (file) => textsOf("pdf", file)[0][1];
const main = (who) => who.page.locator("main");
const line = (who, format) =>
  main(who).locator("li", { has: who.page.locator(`b:text-is("${format}")`) });
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
const byName = (one, other) => (one[0] < other[0] ? -1 : 1);

function press(who, text) {
  return main(who).locator(`button:has-text("${text}")`).first().click();
}

async function draft(who, kind, [from, to]) {
  await go(who, "/reports");
  await who.page.click("main >> text=Make a report");
  await who.page.check(`#kind-${kind}`);
  await press(who, "Go on");
  for (const [id, [day, month, year]] of [
    ["from", from],
    ["to", to],
  ]) {
    await who.page.fill(`#${id}`, day);
    await who.page.fill(`#${id}-month`, month);
    await who.page.fill(`#${id}-year`, year);
  }
  await press(who, "Draft it");
  await who.page.waitForURL(/saved=made$/);
  return new URL(who.page.url()).pathname;
}

// Rows of the table below that heading, without their number; none where it has no heading.
async function rowsBelow(who, title) {
  const rows = await main(who).evaluate((from, words) => {
    const is = (one) => /^H[2-4]$/.test(one.tagName);
    const all = [...from.querySelectorAll(".report-facts *")];
    let one = all.find((each) => is(each) && each.textContent === words)?.nextElementSibling;
    const found = [];
    for (; one && !is(one); one = one.nextElementSibling) {
      for (const row of one.querySelectorAll("tbody tr")) {
        found.push([...row.querySelectorAll("td, th")].map((cell) => cell.innerText));
      }
    }
    return found;
  }, title);
  rows.forEach(([number], at) => assert.equal(oneLine(number), String(at + 1)));
  return rows.map((row) => row.slice(1).map(oneLine));
}

async function taken(who, report, folder, formats) {
  await go(who, report);
  await who.page.click("main >> text=Download");
  for (const [, words] of formats) {
    await line(who, words).locator("button").click();
  }
  const files = new Map();
  for (const [format, words] of formats) {
    await eventually(
      `${words} is ready`,
      async () => {
        await who.page.reload();
        return line(who, words).locator("a").count();
      },
      patience,
    );
    const href = await line(who, words).locator("a").getAttribute("href");
    const answer = await who.context.request.get(`${origin}${href}`);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()["content-disposition"], new RegExp(`^attachment.*\\.${format}`));
    files.set(format, join(folder, `report.${format}`));
    writeFileSync(files.get(format), await answer.body());
  }
  return files;
}

// Rows of a CSV file, whose cells may go over several lines.
function rowsOfCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1).push(oneLine((quoted ?? plain).replaceAll('""', '"')));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.join("") !== "");
}

const sheetWords = (file) =>
  ["xl/sharedStrings.xml", "xl/worksheets/*.xml"]
    .map((part) => {
      try {
        return read("unzip", "-p", file, part);
      } catch {
        return "";
      }
    })
    .join(" ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'");

function carries(files, rows) {
  const inCsv = rowsOfCsv(read("cat", files.get("csv")));
  const book = files.has("xlsx") ? bare(sheetWords(files.get("xlsx"))) : null;
  const pdf = files.has("pdf") ? inPdf(files.get("pdf")) : null;
  for (const row of rows) {
    const there = inCsv.some((one) => row.every((words, at) => one[at + 1] === words));
    assert.ok(there, `${row.join(" | ")} in the CSV: ${JSON.stringify(inCsv)}`);
    for (const words of book ? row : []) {
      assert.ok(book.includes(bare(words)), `${words} in the workbook`);
    }
    if (pdf) assert.ok(pdf.includes(bare(row[0])), `${row[0]} in the PDF`);
  }
  return inCsv;
}

// `prepare` makes actions to report on, where there are none.
export function reportsOnPeriods({
  board,
  prepare = () => {},
  name,
  month,
  until,
  highlightFiles,
}) {
  describe("a board reports on a period of its actions", () => {
    let browser, manager, plain, pages, folder, report, today, rows;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "periods-"));
      browser = await openBrowser();
      manager = await person(browser);
      plain = await person(browser, { script: false });
      await signIn(manager, whoIs(board, "manager"));
      await signIn(plain, whoIs(board, "manager"));
      await prepare(plain);
      pages = await actionsOf(plain, board);
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test("exceptions are those of the actions' pages, each with its day and words", async () => {
      report = await draft(manager, "exception", [
        ["1", "1", "2027"],
        ["31", "3", "2027"],
      ]);
      assert.equal(await heading(manager), "Exception report");
      const stood = await main(manager).locator("text=Figures as they stood on").innerText();
      today = dayIn(stood);
      rows = exceptionsIn(pages, today);
      assert.ok(rows.slipped.length > 1 && rows.achieved.length > 1, "there is something to tell");
      for (const [title, wanted] of [
        ["What slipped", rows.slipped],
        ["What was achieved", rows.achieved],
      ]) {
        const shown = await rowsBelow(manager, title);
        assert.deepEqual(shown.sort(byName), wanted.sort(byName), title);
      }
      const summary = await main(manager).locator("textarea[name^=words-]").nth(0).inputValue();
      assert.match(
        summary,
        new RegExp(
          `^Of ${pages.actions.length} actions that the board followed .*, ` +
            `${rows.slipped.length} slipped and ${rows.achieved.length} did better or ended`,
        ),
      );
      await goodEverywhere(manager, `${name}/01-exceptions`);
    });

    test("what is written into it stays when it is finished", async () => {
      await go(plain, report);
      await goodPage(plain, `${name}/02-plain`);
      const slippage = main(plain).locator("textarea[name^=words-]").nth(1);
      await slippage.fill(`${await slippage.inputValue()}\n\nThe group **will ask** each lead.`);
      await press(plain, "Finish version 1");
      assert.match(await main(plain).innerText(), /This version stays as it is/);
      assert.match(await main(plain).innerText(), /The group will ask each lead\./);
      await go(manager, report);
      assert.deepEqual(
        (await rowsBelow(manager, "What slipped")).sort(byName),
        rows.slipped,
        "the table of a finished version is that of its draft",
      );
      await goodEverywhere(manager, `${name}/03-finished`);
    });

    test("its PDF, workbook and CSV carry the same rows", async () => {
      const files = await taken(plain, report, folder, [
        ["pdf", "PDF"],
        ["xlsx", "Excel"],
        ["csv", "CSV"],
      ]);
      carries(files, rows.slipped);
      carries(files, rows.achieved);
      const pdf = inPdf(files.get("pdf"));
      const inOrder = ["Slippage", "The group will ask each lead.", "What slipped"];
      saysInOrder(pdf, inOrder.map(bare));
      for (const row of rows.slipped) saysInOrder(pdf, [bare(row[0]), bare(row[1])]);
      await go(manager, `${report}/versions/1/files`);
      await goodEverywhere(manager, `${name}/04-files`);
    });

    test("highlights are those of the pages: done, overdue, next and at risk", async () => {
      const path = await draft(plain, "highlight", month);
      const [from] = month;
      const wanted = highlightsIn(pages, {
        from: new Date(Date.UTC(from[2], from[1] - 1, from[0])),
        today,
        until: new Date(`${until} UTC`),
      });
      const found = {};
      for (const [key, title] of [
        ["done", "Actions done"],
        ["overdue", "Actions overdue"],
        ["planned", "Actions planned next"],
        ["risks", "Actions with risks and issues"],
      ]) {
        found[key] = await rowsBelow(plain, title);
        const names = found[key].map(([first]) => first);
        assert.equal(names.length, wanted[key].length, `${title}: ${names} for ${wanted[key]}`);
        for (const one of wanted[key]) {
          assert.ok(
            names.some((words) => words.startsWith(one)),
            `${one} in ${title}`,
          );
        }
      }
      const summary = await main(plain).locator("textarea[name^=words-]").nth(0).inputValue();
      assert.match(summary, new RegExp(`${wanted.open} were open on`));
      const late = await main(plain).locator("textarea[name^=words-]").nth(2).inputValue();
      if (wanted.overdue.length > 0) {
        assert.match(late, new RegExp(`^${wanted.overdue.length} of ${wanted.open} open actions`));
      }
      await goodPage(plain, `${name}/05-highlights`);
      for (const box of await main(plain).locator("textarea[name^=words-]").all()) {
        if ((await box.inputValue()).trim() === "") await box.fill("Nothing to say.");
      }
      await press(plain, "Finish version 1");
      const files = await taken(plain, path, folder, highlightFiles);
      for (const list of Object.values(found)) carries(files, list);
    });
  });
}
