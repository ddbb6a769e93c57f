// A board makes a report: drafted, written by two people who come in each other's way, finished,
// signed, taken along; the main path without JavaScript. What was typed is in the file that comes
// out.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { ensureSent, eventually, origin, whoIs } from "./support/stack.mjs";

const board = "harrowmere";
const run = promisify(execFile);
const main = (who) => who.page.locator("main");
const words = (who) => main(who).innerText();
const boxes = (who) => who.page.locator("main textarea[name^=words-]");
const line = (who, format) =>
  who.page.locator("main li", { has: who.page.locator(`b:text-is("${format}")`) });

// A button without JavaScript is a press and a page.
function press(who, text) {
  return main(who).locator(`button:has-text("${text}")`).first().click();
}

async function textOfPdf(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    const file = join(folder, "report.pdf");
    writeFileSync(file, bytes);
    const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
    return stdout.replace(/\s+/g, " ");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a board reports", () => {
  let browser, manager, plain, chair, report;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    manager = await person(browser);
    plain = await person(browser, { script: false });
    chair = await person(browser);
    await signIn(manager, whoIs(board, "manager"));
    await signIn(plain, whoIs(board, "manager"));
    await signIn(chair, whoIs(board, "chair"));
  });
  after(() => browser?.close());

  test("is asked what kind, and says so where none is chosen", async () => {
    await go(manager, "/board");
    await manager.page.click("main >> text=Reports");
    assert.equal(await heading(manager), "Reports");
    await goodEverywhere(manager, "reports/01-reports");
    await manager.page.click("main >> text=Make a report");
    await goodEverywhere(manager, "reports/02-kind");
    await press(manager, "Go on");
    assert.match(await words(manager), /Choose which kind of report/);
    await goodPage(manager, "reports/03-none-chosen");
  });

  test("a highlight report of last month is drafted from the records", async () => {
    await manager.page.check("#kind-highlight");
    await press(manager, "Go on");
    await goodEverywhere(manager, "reports/04-period");
    await manager.page.fill("#to", "31");
    await manager.page.fill("#to-month", "2");
    await press(manager, "Draft it");
    assert.match(await words(manager), /to put right/);
    assert.equal(await manager.page.inputValue("#to"), "31", "what was typed stays");
    await goodPage(manager, "reports/05-no-such-day", { status: 422 });
    await manager.page.fill("#to", "28");
    await press(manager, "Draft it");
    await manager.page.waitForURL(/\/reports\/[0-9a-f-]{36}\?saved=made$/);
    report = new URL(manager.page.url()).pathname;
    assert.match(await words(manager), /Draft 1/);
    await goodEverywhere(manager, "reports/06-draft");
  });

  test("one press keeps what was typed everywhere, and drafting again leaves it", async () => {
    await go(plain, report);
    await boxes(plain).nth(0).fill("Typed at the top & kept.");
    await boxes(plain).nth(1).fill("Typed in the middle, **and kept**.");
    await press(plain, "Save");
    assert.match(await words(plain), /Saved at/);
    const typed = async () => [
      await boxes(plain).nth(0).inputValue(),
      await boxes(plain).nth(1).inputValue(),
    ];
    const both = ["Typed at the top & kept.", "Typed in the middle, **and kept**."];
    assert.deepEqual(await typed(), both);
    await boxes(plain).nth(1).fill("Typed, then drafted again.");
    await press(plain, "Draft again from your records");
    assert.match(await words(plain), /What you wrote is as it was/);
    assert.deepEqual(await typed(), [both[0], "Typed, then drafted again."]);
    assert.match(await words(plain), /What your records say here now/);
    await goodPage(plain, "reports/07-drafted-again");
  });

  test("what the records say can be taken in place of what was typed", async () => {
    await main(plain).locator("summary", { hasText: "What your records say" }).nth(1).click();
    await main(plain).locator("button:has-text('Use these words')").nth(1).click();
    assert.notEqual(await boxes(plain).nth(1).inputValue(), "Typed, then drafted again.");
    assert.equal(await boxes(plain).nth(0).inputValue(), "Typed at the top & kept.");
  });

  test("who was overtaken, in two sections, sees both texts of each and loses none", async () => {
    await go(manager, report);
    await go(plain, report);
    await boxes(manager).nth(0).fill("Written first.");
    await boxes(manager).nth(1).fill("Written first, below.");
    await press(manager, "Save");
    assert.match(await words(manager), /Saved at/);
    await boxes(plain).nth(0).fill("<script>Written second.</script>");
    await boxes(plain).nth(1).fill("Written second, below.");
    await boxes(plain).nth(2).fill("Nobody else wrote here.");
    await press(plain, "Save");
    assert.match(await heading(plain), /saved meanwhile$/);
    assert.match(await words(plain), /Written second\.[\s\S]*Written first\./);
    await goodPage(plain, "reports/08-both", { status: 409 });
    await press(plain, "Keep this");
    assert.match(await heading(plain), /saved meanwhile$/, "the second section comes next");
    assert.match(await words(plain), /Written second, below\.[\s\S]*Written first, below\./);
    await press(plain, "Keep this");
    assert.match(await words(plain), /Saved at/);
    assert.match(await boxes(plain).nth(0).inputValue(), /Written second[\s\S]*Written first\./);
    assert.match(await boxes(plain).nth(1).inputValue(), /second, below[\s\S]*first, below\./);
    assert.equal(await boxes(plain).nth(2).inputValue(), "Nobody else wrote here.");
    quiet(plain, "both sections", 409);
  });

  test("whoever has typed is asked before leaving", async () => {
    await go(manager, report);
    await boxes(manager).nth(0).fill("Not saved yet.");
    let asked = false;
    manager.page.once("dialog", async (dialog) => {
      asked = dialog.type() === "beforeunload";
      await dialog.accept();
    });
    await manager.page.click("nav >> text=Actions");
    await manager.page.waitForURL(/\/actions$/);
    assert.ok(asked, "the browser asked");
  });

  test("it is finished with what was typed last, and stays as it is", async () => {
    await go(plain, report);
    for (const box of await boxes(plain).all()) {
      if ((await box.inputValue()).trim() === "") await box.fill("Nothing to say.");
    }
    if ((await main(plain).locator("button:has-text('Finish version 1')").count()) === 0) {
      await press(plain, "Save");
    }
    await boxes(plain).nth(2).fill("Typed just before it was finished.");
    await press(plain, "Finish version 1");
    assert.match(await words(plain), /This version stays as it is/);
    assert.match(await words(plain), /Typed just before it was finished\./);
    assert.equal(await boxes(plain).count(), 0);
    await go(manager, report);
    await goodEverywhere(manager, "reports/09-finished");
  });

  test("the chair signs it, on a day that is there", async () => {
    await go(chair, report);
    await chair.page.fill("#name", "Jo Marsh");
    await chair.page.fill("#role", "Independent chair");
    await chair.page.fill("#on", "30");
    await chair.page.fill("#on-month", "2");
    await chair.page.fill("#on-year", "2027");
    await press(chair, "Note the signature");
    assert.match(await words(chair), /to put right/);
    assert.equal(await chair.page.inputValue("#name"), "Jo Marsh");
    await goodPage(chair, "reports/10-no-such-day", { status: 422 });
    const today = (await words(chair)).match(/Finished on (\d+) (\w+) (\d{4})/);
    await chair.page.fill("#on", today[1]);
    await chair.page.fill("#on-month", String(new Date(`${today[2]} 1 2000`).getMonth() + 1));
    await chair.page.fill("#on-year", today[3]);
    await press(chair, "Note the signature");
    assert.match(await words(chair), /Signed off on/);
    await goodPage(chair, "reports/11-signed");
  });

  test("its PDF is made while one waits, and holds the words that were typed", async () => {
    await go(plain, report);
    await plain.page.click("main >> text=Download");
    await line(plain, "PDF").locator("button").click();
    assert.match(await words(plain), /PDF is being made/);
    await goodPage(plain, "reports/12-being-made");
    await eventually(
      "the PDF is ready",
      async () => {
        await plain.page.reload();
        return line(plain, "PDF").locator("a").count();
      },
      120000,
    );
    const href = await line(plain, "PDF").locator("a").getAttribute("href");
    const answer = await plain.context.request.get(`${origin}${href}`);
    assert.ok(answer.headers()["content-disposition"].startsWith("attachment"));
    assert.equal(answer.headers()["content-type"], "application/pdf");
    const bytes = await answer.body();
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
    const said = await textOfPdf(bytes);
    for (const one of ["Typed just before it was finished.", "Written first.", "Jo Marsh"]) {
      assert.ok(said.includes(one), `${one} in ${said}`);
    }
    assert.ok(said.includes("<script>Written second.</script>"), "words are words");
    await go(manager, `${report}/versions/1/files`);
    await goodEverywhere(manager, "reports/13-files");
  });

  test("a next version begins with what was typed, and what differs is shown", async () => {
    await go(plain, report);
    await press(plain, "Begin the next version");
    assert.match(await words(plain), /Draft 2/);
    assert.equal(await boxes(plain).nth(2).inputValue(), "Typed just before it was finished.");
    await boxes(plain).nth(2).fill("Changed in the second version.");
    await press(plain, "Save");
    await plain.page.click("main >> text=What differs");
    assert.match(
      await words(plain),
      /Typed just before it was finished\.[\s\S]*Changed in the second version\./,
    );
    await go(manager, new URL(plain.page.url()).pathname);
    await goodEverywhere(manager, "reports/14-differs");
  });

  test("it is withdrawn with a reason, and its page says so", async () => {
    await go(manager, report);
    await main(manager).locator("summary", { hasText: "Withdraw this report" }).click();
    await manager.page.fill("#why", "The figures were those of another month.");
    await press(manager, "Withdraw it");
    assert.match(await words(manager), /Withdrawn[\s\S]*those of another month\./);
    await goodPage(manager, "reports/15-withdrawn");
    await go(manager, "/reports");
    assert.match(await words(manager), /None of them\./);
    await goodEverywhere(manager, "reports/16-list");
  });
});
