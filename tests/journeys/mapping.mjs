// Boards argue over what each form asks: all forms side by side, the account behind a cell, a sheet
// of A3 for the table, and a file. By links alone, with and without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, quiet } from "./support/checks.mjs";
import { origin, whoIs } from "./support/stack.mjs";

const board = "eldervale";
const all = 71;
const rows = (who) => who.page.locator("main .mx tbody tr:not(.mx__standard)");
const words = (who) => who.page.locator("main").innerText();

describe("what each form asks, side by side", () => {
  let browser, manager, plain, chair;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    plain = await person(browser, { viewport: "phone", script: false });
    chair = await person(browser);
    await signIn(manager, whoIs(board, "manager"));
    await signIn(plain, whoIs("westmarch", "manager"));
    await signIn(chair, whoIs(board, "chair"));
  });
  after(() => browser?.close());

  test("is reached from what can be set up, the own form first", async () => {
    await go(manager, "/set-up");
    await manager.page.click('main a:has-text("What each form asks")');
    assert.equal(await heading(manager), "What each form asks");
    assert.equal(await rows(manager).count(), all);
    const heads = await manager.page.locator("main .mx thead th").allInnerTexts();
    assert.equal(heads.length, 7);
    assert.match(heads[1], /^Eldervale \(yours\)/);
    assert.match(heads[1], /8 items: 8 in doubt, 5 with something left over/);
    const first = await rows(manager).first().innerText();
    for (const word of ["overlap 1", "left over", "doubt", "same 1.1"]) {
      assert.ok(first.includes(word), `${word} in ${first}`);
    }
    await goodEverywhere(manager, "mapping/01-matrix");
  });

  test("a cell opens the account of that mapping, and leads on to the other forms", async () => {
    await go(manager, "/mapping");
    await rows(manager).first().locator("a").first().click();
    assert.equal(await heading(manager), "What Eldervale asks of C1.1 Senior lead and champion");
    const text = await words(manager);
    for (const said of [
      /This form asks \d of 3 parts/,
      /What is left over/,
      /In what other ways do your senior managers/,
      /Proposed by Tomas Brandt, checked by Noor Haddad/,
      /The form gives no measures/,
    ]) {
      assert.match(text, said);
    }
    await goodEverywhere(manager, "mapping/02-account");
    await manager.page.click('main .app-rail a:has-text("Westmarch")');
    assert.match(await heading(manager), /^What Westmarch asks of C1\.1/);
    assert.doesNotMatch(await words(manager), /left over “/);
    await manager.page.click('a:has-text("What each form asks")');
    assert.equal(await rows(manager).count(), all);
  });

  test("without JavaScript one filters by standard, form and doubt", async () => {
    await go(plain, "/mapping");
    await plain.page.selectOption("#standard", "3");
    await plain.page.check("#form-westmarch-s11");
    await plain.page.check("#form-harrowmere-s11");
    await plain.page.check("#only-doubts");
    await plain.page.click('main form button:has-text("Show")');
    const shown = await rows(plain).allInnerTexts();
    assert.ok(shown.length > 0 && shown.length < all);
    for (const row of shown) assert.match(row, /^\s*C3\.[\s\S]*doubt/);
    assert.equal(await plain.page.locator("main .mx thead th").count(), 3);
    await goodEverywhere(plain, "mapping/03-filtered");
    await plain.page.click('main a:has-text("Show everything")');
    assert.equal(await rows(plain).count(), all);
    await go(plain, "/mapping?form=westmarch-s11&only=left-over");
    assert.match(await words(plain), /No requirement is like that/);
    quiet(plain, "the filter");
  });

  test("all of it prints on one sheet of A3, an account on A4", async () => {
    const sheets = async (path) => {
      await go(manager, path);
      const pdf = (await manager.page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      return sizes.map(([, width, height]) => `${Math.round(width)} x ${Math.round(height)}`);
    };
    assert.deepEqual(await sheets("/mapping"), ["1191 x 842"]);
    const [account] = await sheets("/mapping/eldervale-s11/C1.1");
    assert.equal(account, "595 x 842");
    await manager.page.emulateMedia({ media: "print" });
    await go(manager, "/mapping");
    assert.equal(await manager.page.locator("main form").isVisible(), false);
    const mark = manager.page.locator("main .mx tbody a svg").first();
    assert.ok(await mark.isVisible(), "symbols are printed beside their words");
    await manager.page.emulateMedia({ media: "screen" });
  });

  test("is taken along as a file by whoever may, and that is written down", async () => {
    const file = await manager.page.request.get(`${origin}/mapping.csv?standard=1`);
    assert.match(file.headers()["content-disposition"], /what-each-form-asks\.csv/);
    const lines = (await file.text()).trim().split("\r\n");
    assert.equal(lines.length, 12, "eleven requirements, and the headings");
    assert.match(lines[0], /^"standard","requirement","name","Eldervale: Section 11/);
    assert.match(lines[1], /"C1\.1","[^"]+","1 overlap, something left over, in doubt"/);
    await go(manager, "/board/trail");
    assert.match(await words(manager), /Took along what each form asks\s+11 rows/);
    assert.equal((await chair.page.request.get(`${origin}/mapping.csv`)).status(), 403);
    await go(chair, "/mapping");
    assert.equal(await chair.page.locator('main a:has-text("CSV")').count(), 0);
  });

  test("nobody finds a form or requirement that is not there, an organisation none", async () => {
    for (const path of ["/mapping/nobody-s11/C1.1", "/mapping/eldervale-s11/C9.9"]) {
      assert.equal((await manager.page.request.get(origin + path)).status(), 404, path);
    }
    const lead = await person(browser);
    await signIn(lead, whoIs("thornmere-police", "lead"));
    assert.equal((await lead.page.request.get(`${origin}/mapping`)).status(), 403);
  });
});
