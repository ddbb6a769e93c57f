// Who has seen our records: a board opens a return, and the agency's lead reads that it did, from
// which board and in which role, not who; the board's manager reads what was done in the own room.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, quiet } from "./support/checks.mjs";
import { whoIs } from "./support/stack.mjs";

const rows = (who) => who.page.locator("main tbody tr");

describe("who has seen our records", () => {
  let browser, lead, manager, chair, opened;

  before(async () => {
    browser = await openBrowser();
    lead = await person(browser);
    manager = await person(browser, { viewport: "tablet" });
    await signIn(lead, whoIs("northgate-police", "lead"));
    await signIn(manager, whoIs("westmarch", "manager"));
  });
  after(() => browser?.close());

  test("an opening by a board is there for the agency, with the role and without the name", async () => {
    await go(manager, "/returns");
    await manager.page.click("main tbody th a");
    opened = new URL(manager.page.url()).pathname;
    const agency = await heading(manager);
    await manager.page.click('nav a:has-text("What was done")');
    assert.equal(await heading(manager), "What was done here");
    assert.match(await rows(manager).first().innerText(), /Opened a return/);
    assert.ok(agency);
    await lead.page.click('nav a:has-text("Who has seen it")');
    assert.equal(await heading(lead), "Who has seen our records");
    const text = await lead.page.locator("main").innerText();
    assert.match(text, /Opened the return/);
    assert.match(text, /Board manager/);
    assert.ok(!text.includes(whoIs("westmarch", "manager").name), "the board's person is not named");
    await goodEverywhere(lead, "trail/01-seen");
    await goodEverywhere(manager, "trail/02-board");
  });
});
