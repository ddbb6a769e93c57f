// After `tools/dev demo` the board of Port Sallow shows some of everything that a board's year has,
// and each list counts what a person would see there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "../journeys/support/browser.mjs";
import { quiet } from "../journeys/support/checks.mjs";
import { mailsSoFar, mailsTo } from "../journeys/support/mailbox.mjs";
import { whoIs } from "../journeys/support/stack.mjs";

const board = "port-sallow";
const wave = "Section 11 return, spring 2027";

describe("a board in the middle of its year", () => {
  let browser, manager;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    await signIn(manager, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  const rows = () => manager.page.locator("main tbody tr");
  async function page(path) {
    assert.equal((await go(manager, path)).status(), 200, path);
    return manager.page.locator("main").innerText();
  }
  async function shows(path, ...all) {
    const text = await page(path);
    for (const one of all) assert.match(text, one, path);
    return text;
  }

  test("has an organisation of every kind, with sites and parents", async () => {
    await page("/register/add");
    const kinds = await manager.page.locator("#type option").allInnerTexts();
    await go(manager, "/register");
    const there = await manager.page.locator("form [name=type]").count();
    assert.equal(there, kinds.length - 1);
    await shows("/register?q=Lower", /Sallow Point Lower School/);
    await manager.page.locator("tbody th a").first().click();
    assert.match(await manager.page.locator("main").innerText(), /Sallow Point Primary School/);
  });

  test("has some that were renamed, merged and closed, with their history", async () => {
    await shows("/register?only=closed", /Cockle Nursery/, /Anchor Play Barn/);
    await shows("/register?q=Ferries", /Sallow Island Ferries/);
    await manager.page.locator("tbody th a").first().click();
    assert.match(await manager.page.locator("main").innerText(), /Renamed from Sallow Ferries/);
  });

  test("has a wave with returns in every state, and says at home who is late", async () => {
    await page("/board");
    assert.equal(await heading(manager), "14 returns due by 26 February 2027, 6 in");
    const states = ["Evaluated", "To evaluate", "Sent back", "Started", "Not started", "Late"];
    for (const state of states) {
      const box = manager.page.locator(".stats li", { hasText: state }).first();
      assert.match(await box.locator(".stats__n").innerText(), /^\s*[1-9]/, state);
    }
    await shows("/waves", new RegExp(wave), /Rolling/i);
  });

  test("has a contact whose mail came back, and some that nobody confirmed", async () => {
    await shows("/contacts", /came back/i);
    await shows("/contacts?q=Cecily", /came back/i);
  });

  test("has sent reminders, and some go out this week", async () => {
    assert.ok((await mailsSoFar()) > 20);
    const mails = await mailsTo("callum.reyes@tidewayprobation.example");
    assert.ok(mails.length >= 3, "three reminders to one that is late");
    await shows("/reminders", /March/);
    assert.ok((await rows().count()) >= 2);
    await shows("/reminders", /your yes|Yes/i);
  });

  test("has questions that wait, answers, and guidance for all", async () => {
    assert.match(await shows("/questions", /new manager sign/), /1 question waits for you/);
    await shows("/guidance", /Who counts as staff/);
    await shows("/support", /Visit/, /Workshop/);
    await shows("/support/who", /Tideway Probation Service/);
  });

  test("has evaluations half done, in second look, given back and released", async () => {
    const text = await shows("/returns", /Released|Evaluated/i, /Being evaluated/i);
    assert.match(text, /second/i);
    assert.match(text, /back|changes/i);
  });

  test("has a list of returns that is searched, filtered, sorted and taken along", async () => {
    const names = () => manager.page.locator("main tbody th").allInnerTexts();
    await page("/returns");
    await manager.page.fill("#q", "quayside");
    await manager.page.click('main form button:has-text("Show")');
    await manager.page.waitForURL(/q=quayside/);
    assert.match((await names()).join("|"), /^Quayside Homes[^|]*$/);
    await shows("/returns?state=late", /7 returns/, /18 days late/);
    const taken = await manager.context.request.get(
      new URL("/returns.csv?state=late", manager.page.url()).href,
    );
    assert.equal(taken.status(), 200);
    const lines = (await taken.text()).trim().split(/\r?\n/);
    assert.equal(lines.length, 8, "the seven, and their headings");
    assert.match(lines[0], /"Organisation","Site","Your number","Wave","Form"/);
    await page("/returns");
    await manager.page.click('main thead a:has-text("Organisation")');
    await manager.page.waitForURL(/sort=organisation/);
    const sorted = await names();
    assert.deepEqual(sorted, [...sorted].sort());
    await shows("/board/trail", /Took the list of returns along\s+7 rows/);
  });

  test("has evidence asked for, accepted and waiting, and a sample with a result", async () => {
    await shows("/evidence-asked", /1 piece of evidence waits/, /1\s+accepted/);
    await shows("/samples", /1 of 3/);
    await shows("/peer-reviews", /Meera Stanhope/);
  });

  test("has plans demanded, one of them ratified", async () => {
    await shows("/plans", /Ratified/i, /Harbour Further Education College/);
  });

  test("has actions in every status, overdue, to verify, and closed with evidence", async () => {
    await page("/actions");
    const tabs = await manager.page
      .locator("main nav, main .moj-sub-navigation, main")
      .first()
      .innerText();
    for (const name of ["Overdue", "To verify", "Closed"]) {
      assert.match(tabs, new RegExp(`${name}\\s+[1-9]`), name);
    }
    await shows("/actions?show=closed", /Meet lunchtime staff/, /Send a name for the group/);
    await shows("/actions?status=on_track", /Two adults on every boat/);
    await shows("/actions?status=off_track", /Note on each new case/);
  });

  test("is offered a newer version after one that it declined, and sees what differs", async () => {
    await shows("/returns?state=offered", /Port Sallow Children and Families/);
    await manager.page.locator("main tbody th a").first().click();
    assert.match(await heading(manager), /offers a newer version/);
    const text = await manager.page.locator("main").innerText();
    assert.match(text, /Version 3 came on 12 March 2027/);
    assert.match(text, /1 action differs/);
    assert.match(text, /Declined\..*8 March 2027/);
    assert.match(text, /say first since when it is so/);
    const added = await manager.page.locator("main ins").allInnerTexts();
    assert.match(added.join(" "), /Since 8 March the desk also answers at weekends/);
  });

  test("lets its council see in parts, which looked, as board and organisation read", async () => {
    await shows("/board/sight", /Sallow Bay Council/, /31 December 2027/);
    const lead = await person(browser);
    await signIn(lead, whoIs("sallow-council", "childrens_lead"));
    assert.equal(await heading(lead), "One board lets you see");
    await lead.page.locator("main h2 a").first().click();
    const parts = await lead.page.locator("main li h2 a").allInnerTexts();
    const granted = ["The register, and who is late", "Figures", "Released evaluations", "Actions"];
    assert.deepEqual(parts, granted);
    await lead.context.close();
    const school = await person(browser);
    await signIn(school, whoIs("sallow-point", "lead"));
    await go(school, "/seen");
    const seen = school.page.locator("main tbody tr", { hasText: "Sallow Bay Council" });
    assert.match(await seen.first().innerText(), /Read the released evaluation/);
    await school.context.close();
  });

  test("another board lets the county see its figures, and nobody's name", async () => {
    const lead = await person(browser);
    await signIn(lead, whoIs("thornmere-council", "childrens_lead"));
    await lead.page.locator("main h2 a").first().click();
    assert.equal(await heading(lead), "Harrowmere Safeguarding Children Board");
    assert.deepEqual(await lead.page.locator("main li h2 a").allInnerTexts(), ["Figures"]);
    await lead.page.locator("main li h2 a").click();
    assert.doesNotMatch(await lead.page.locator("main").innerText(), /Mere Valley Buses/);
    await lead.context.close();
  });

  test("dates what was done by its own days, the newest first", async () => {
    const text = await shows("/board/trail", /Read a released evaluation/, /12 March 2027/);
    assert.doesNotMatch(text, new RegExp(`\\b${new Date().getFullYear()}\\b`));
    await shows("/board/trail?from=2027-03-08&to=2027-03-08", /Declined a newer version/);
    assert.doesNotMatch(await page("/board/trail?to=2027-01-31"), /Declined a newer version/);
  });

  test("another board asks each when it falls due, and has half graded a return", async () => {
    const other = await person(browser);
    await signIn(other, whoIs("harrowmere", "manager"));
    await go(other, "/waves");
    assert.match(await other.page.locator("main").innerText(), /Rolling, each by its own date/);
    await go(other, "/returns");
    const long = other.page.locator("main tbody a", { hasText: "Mere Arts and Leisure Trust" });
    await long.first().click();
    await other.page.locator("main a", { hasText: "Evaluate" }).first().click();
    assert.match(await other.page.locator("main").innerText(), /22 of 60 graded/);
    quiet(other, "the other board");
    await other.context.close();
  });

  test("is at the region's own day, and nothing of it complained", async () => {
    await shows("/board", /16 March 2027/);
    quiet(manager, "the year");
  });
});
