// Who has seen our records: a board opens a return, and the agency's lead reads that it did, from
// which board and in which role, not who; the board's manager reads what was done in the own room.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { entriesTwice, tablesWithRowsWithoutEntry } from "../support/trail_coverage.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, quiet } from "./support/checks.mjs";
import { force, origin, party, whoIs } from "./support/stack.mjs";

const board = "westmarch";
const rows = (who) => who.page.locator("main tbody tr");
const words = (who) => who.page.locator("main").innerText();
const show = (who) => who.page.click("main form button");

describe("who has seen our records", () => {
  let browser, lead, plain, manager;
  const name = party(force).profile.name;

  before(async () => {
    browser = await openBrowser();
    lead = await person(browser);
    plain = await person(browser, { viewport: "tablet", script: false });
    manager = await person(browser, { viewport: "tablet" });
    await signIn(lead, whoIs(force, "lead"));
    await signIn(plain, whoIs(force, "lead"));
    await signIn(manager, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  test("a board opens a return: its manager reads who did", async () => {
    await go(manager, "/returns");
    await manager.page.click(`main tbody th a:has-text("${name}")`);
    const opened = new URL(manager.page.url()).pathname;
    await manager.page.click('a:has-text("What was done")');
    assert.equal(await heading(manager), "What was done here");
    assert.match(await rows(manager).first().innerText(), /Opened a return/);
    assert.ok((await words(manager)).includes(whoIs(board, "manager").name));
    assert.equal(await rows(manager).first().locator("a").getAttribute("href"), opened);
    await goodEverywhere(manager, "trail/01-board");
  });

  test("the agency's lead reads the board and the role, not the name", async () => {
    await lead.page.click('a:has-text("Who has seen it")');
    assert.equal(await heading(lead), "Who has seen our records");
    const newest = await rows(lead).first().innerText();
    assert.match(newest, /Opened the return/);
    assert.match(newest, /Board manager/);
    assert.ok(!(await words(lead)).includes(whoIs(board, "manager").name));
    await goodEverywhere(lead, "trail/02-seen");
    await rows(lead).first().locator("a").click();
    assert.match(await heading(lead), /The copy that/);
  });

  test("without JavaScript it is the same, by board and by day", async () => {
    await go(plain, "/seen");
    const all = await rows(plain).count();
    assert.ok(all > 0);
    await plain.page.selectOption("#board", { label: party(board).profile.name });
    await plain.page.fill("#from", "2027-01-01");
    await show(plain);
    assert.ok((await rows(plain).count()) > 0);
    for (const row of await rows(plain).allInnerTexts()) {
      assert.ok(row.includes(party(board).profile.name), row);
    }
    await go(plain, "/seen?from=2020-01-01&to=2020-01-02");
    assert.match(await words(plain), /Nothing on these days/);
    await go(plain, "/seen?from=yesterday");
    assert.match(await words(plain), /Give a day as in 2027-03-16/);
    assert.equal(await plain.page.inputValue("#from"), "yesterday");
    quiet(plain, "a day that is none", 422);
  });

  test("what colleagues opened stands on a page of its own, with the name", async () => {
    await go(lead, "/seen?who=colleagues");
    assert.match(await rows(lead).first().innerText(), /Opened the copy that a board holds/);
    assert.ok((await words(lead)).includes(whoIs(force, "lead").name));
    await goodEverywhere(lead, "trail/03-colleagues");
  });

  test("both lists can be taken along, and that is an entry too", async () => {
    const file = await lead.page.request.get(`${origin}/seen.csv`);
    assert.match(file.headers()["content-disposition"], /who-has-seen-our-records\.csv/);
    assert.match(await file.text(), /^"When","Who","Role","What","About","Address"\r\n/);
    await go(lead, "/seen?who=colleagues");
    assert.match(await rows(lead).first().innerText(), /Took a list of openings along/);
    const other = await manager.page.request.get(`${origin}/board/trail.csv`);
    assert.match(await other.text(), /Opened a return/);
  });

  test("nobody else reads them", async () => {
    for (const path of ["/board/trail", "/board/trail.csv"]) {
      assert.equal((await lead.page.request.get(origin + path)).status(), 403, path);
    }
    for (const path of ["/seen", "/seen.csv"]) {
      assert.equal((await manager.page.request.get(origin + path)).status(), 403, path);
    }
  });

  test("after all that was done, every row stands beside its entry", () => {
    assert.deepEqual(tablesWithRowsWithoutEntry().found, []);
    assert.deepEqual(entriesTwice(), []);
  });
});
