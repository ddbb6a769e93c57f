// A board looks closer: a sample of the evidence, a piece that is asked for, given and accepted; a
// member who reviews what was named for her and nothing else; and a plan, demanded, offered and
// ratified.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { drawn, redraw } from "../support/redraw.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { linkIn, mailsTo } from "./support/mailbox.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  origin,
  party,
  whoIs,
} from "./support/stack.mjs";

const board = "harrowmere";
const main = (who) => who.page.locator("main");

async function fillDate(who, id, [day, month, year]) {
  await who.page.fill(`#${id}`, day);
  await who.page.fill(`#${id}-month`, month);
  await who.page.fill(`#${id}-year`, year);
}

describe("a board looks closer", () => {
  let browser, manager, lead, member, returned, sample;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    manager = await person(browser);
    lead = await person(browser);
    member = await person(browser, { viewport: "tablet" });
    await signIn(manager, whoIs(board, "manager"));
    await signIn(lead, whoIs(force, "lead"));
    await signIn(member, whoIs(board, "member"));
    const name = party(board).profile.name;
    returned = (await deliveries()).find((one) => one.board.name === name).return;
  });
  after(() => browser?.close());

  test("a sample needs a sensible number, and nothing typed is lost", async () => {
    await go(manager, `/returns/${returned}/samples`);
    await manager.page.fill("#amount", "lots");
    await manager.page.fill("#seed", "Lottery of 1 March 2027: 4 8 15 16 23 42");
    await manager.page.click("main form button");
    assert.match(await manager.page.locator(".govuk-error-summary").innerText(), /1 to 1,000/);
    assert.equal(
      await manager.page.inputValue("#seed"),
      "Lottery of 1 March 2027: 4 8 15 16 23 42",
    );
    await goodEverywhere(manager, "reviewing/01-samples", { status: 422 });
    quiet(manager, "a number that is none", 422);
  });

  test("a sample is drawn, and drawn again by anybody from its list", async () => {
    await manager.page.fill("#amount", "3");
    await manager.page.click("main form button");
    await manager.page.waitForURL(/\/samples\/[0-9a-f-]{36}$/);
    sample = new URL(manager.page.url()).pathname;
    assert.match(await heading(manager), /^Random sample: 3 of \d+ pieces of evidence$/);
    assert.match(
      await main(manager).innerText(),
      /Lottery of 1 March 2027.*entered by your board/s,
    );
    await goodEverywhere(manager, "reviewing/02-sample");
    const answer = await manager.context.request.get(`${origin}${sample}/population.csv`);
    const file = await answer.text();
    assert.deepEqual(redraw(file), drawn(file));
    assert.equal(Object.values(redraw(file)).filter((one) => one.drawn).length, 3);
  });

  test("a drawn piece is asked for with one button", async () => {
    await manager.page.click('main button:has-text("Ask to see it by") >> nth=0');
    assert.match(await main(manager).innerText(), /Asked\. The agency sees it/);
    assert.match(await main(manager).innerText(), /Asked for on/);
    await goodPage(manager, "reviewing/03-asked");
  });

  test("the agency's lead is told by mail, and finds it on the first page", async () => {
    // Once a day: another journey may have asked before.
    const told = async () =>
      (await mailsTo(whoIs(force, "lead").email)).find((one) => /asks to see ev/.test(one.subject));
    await eventually("the lead is told", told);
    assert.equal(linkIn(await told()), "/evidence");
    await go(lead, "/home");
    await goodPage(lead, "reviewing/04-home");
    const waiting = lead.page.locator('section:has(h2:has-text("Waiting for you"))');
    await waiting
      .locator("a", { hasText: /^Show .*evidence/ })
      .first()
      .click();
    assert.match(await main(lead).innerText(), /asks? to see/);
  });

  test("the agency sees what is wanted and by when, and supplies it", async () => {
    await go(lead, "/evidence/asked");
    await goodEverywhere(lead, "reviewing/04-wanted");
    await lead.page.click("main tbody th a >> nth=0");
    assert.match(await main(lead).innerText(), /Wanted by/);
    await lead.page.setInputFiles("#file", {
      name: "check.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(`Nine of twelve ${Date.now()}\n`),
    });
    await lead.page.fill("#answer", "Names are taken out.");
    await lead.page.click("main form[data-upload] button");
    await lead.page.waitForURL(/\/evidence\?saved=answered/);
  });

  test("the manager says what is missing, asks again, and accepts the second answer", async () => {
    await go(manager, "/evidence-asked");
    assert.match(await heading(manager), /piece of evidence waits for you/);
    await goodEverywhere(manager, "reviewing/05-waits");
    await manager.page.click("main tbody th a >> nth=0");
    await manager.page.click('main button:has-text("Not accepted")');
    assert.match(
      await manager.page.locator(".govuk-error-summary").innerText(),
      /Say what is missing/,
    );
    await goodEverywhere(manager, "reviewing/06-decide", { status: 422 });
    quiet(manager, "no reason", 422);
    await manager.page.fill("#reason", "The second page is not there.");
    await manager.page.click('main button:has-text("Not accepted")');
    await go(lead, "/evidence/asked");
    assert.match(await main(lead).innerText(), /Not accepted/);
    await lead.page.click("main tbody th a >> nth=0");
    assert.match(await main(lead).innerText(), /second page is not there/);
    await lead.page.fill("#answer", "It has one page only.");
    await lead.page.click("main form[data-upload] button");
    await go(manager, "/evidence-asked?state=answered");
    await manager.page.click("main tbody th a >> nth=0");
    await manager.page.click('main button:has-text("Accept")');
    assert.match(await main(manager).innerText(), /Accepted/);
    await go(manager, "/evidence-asked");
    assert.equal(await heading(manager), "No evidence waits for you");
  });

  test("what the piece shows is kept with the sample", async () => {
    await go(manager, sample);
    await manager.page.click('main summary:has-text("Say what it shows") >> nth=0');
    await manager.page.check('main input[value="partly"] >> nth=0', { force: true });
    await manager.page.fill("main textarea >> nth=0", "Nine of twelve.");
    await manager.page.click('main button:has-text("Keep the result") >> nth=0');
    assert.match(await main(manager).innerText(), /Supports it in part/);
    assert.match(await main(manager).innerText(), /1 of 3/);
  });

  test("a member sees nothing before she is invited", async () => {
    assert.equal(await heading(member), "To review");
    assert.match(await main(member).innerText(), /Nothing is open for you now/);
    await goodEverywhere(member, "reviewing/07-nothing-to-review");
    for (const path of ["/returns", "/register", `/returns/${returned}`, "/samples", "/plans"]) {
      const answer = await member.context.request.get(`${origin}${path}`);
      assert.equal(answer.status(), 403, path);
    }
  });

  test("nobody is invited to the return of their own organisation", async () => {
    await go(manager, `/peer-reviews/invite?return=${returned}`);
    await manager.page.selectOption("#person", { index: 1 });
    const label = manager.page.locator(`label[for="return-${returned}"]`);
    const own = (await label.innerText()).split("Section")[0].trim();
    await manager.page.fill("#home", own);
    await fillDate(manager, "until", ["31", "4", "2027"]);
    await manager.page.click("main form button");
    const errors = await manager.page.locator(".govuk-error-summary").innerText();
    assert.match(errors, /31 April 2027 does not exist/);
    assert.match(errors, /so cannot review its return/);
    assert.equal(await manager.page.inputValue("#home"), own);
    await goodEverywhere(manager, "reviewing/08-invite", { status: 422 });
    quiet(manager, "an impossible invitation", 422);
    await manager.page.fill("#home", "The ambulance trust");
    await fillDate(manager, "until", ["30", "4", "2027"]);
    await manager.page.fill("#words", "Supervision above all.");
    await manager.page.click("main form button");
    await manager.page.waitForURL(/\/peer-reviews\/[0-9a-f-]{36}$/);
    await goodEverywhere(manager, "reviewing/09-invited");
  });

  test("the member reads that return, notes what she thinks, and sends it", async () => {
    await go(member, "/reviews");
    assert.match(await main(member).innerText(), /Supervision above all/);
    await goodEverywhere(member, "reviewing/10-to-review");
    await member.page.click("main tbody th a >> nth=0");
    await goodPage(member, "reviewing/11-return");
    await member.page.click('main summary:has-text("Write a note") >> nth=0');
    await member.page.fill("main details[open] textarea", "Sessional staff are left out.");
    await member.page.click('main details[open] button:has-text("Keep the note")');
    assert.match(await main(member).innerText(), /Only you see it so far/);
    await go(manager, "/peer-reviews");
    await manager.page.click("main tbody th a >> nth=0");
    assert.doesNotMatch(await main(manager).innerText(), /Sessional staff are left out/);
    await member.page.click('main button:has-text("Send your notes to the board")');
    assert.match(await main(member).innerText(), /You sent your notes/);
    await manager.page.reload();
    assert.match(await main(manager).innerText(), /Sessional staff are left out/);
    await goodPage(manager, "reviewing/12-notes");
  });

  test("the agency sees that a member of the board opened its return", async () => {
    await go(lead, "/seen");
    assert.match(await main(lead).innerText(), /A member of the board, peer reviewer/);
  });

  test("a review that is ended shows nothing any more", async () => {
    await manager.page.click('main button:has-text("End this review now")');
    await go(member, "/reviews");
    assert.match(await main(member).innerText(), /Nothing is open for you now/);
  });

  test("a plan is demanded, offered, asked for again, and ratified", async () => {
    await go(manager, `/returns/${returned}/plan`);
    await manager.page.fill("#words", "Supervision of sessional staff.");
    await fillDate(manager, "due", ["29", "2", "2027"]);
    await manager.page.click("main form button");
    assert.match(
      await manager.page.locator(".govuk-error-summary").innerText(),
      /29 February 2027 does not exist/,
    );
    await goodEverywhere(manager, "reviewing/13-demand", { status: 422 });
    quiet(manager, "a day that is none", 422);
    await fillDate(manager, "due", ["30", "4", "2027"]);
    await manager.page.click("main form button");
    await manager.page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    const plan = new URL(manager.page.url()).pathname;
    await go(lead, "/home");
    await lead.page.click('main a:has-text("Offer a plan")');
    assert.equal(new URL(lead.page.url()).pathname, plan.replace("/plans/", "/our-plans/"));
    await go(lead, "/our-plans");
    await goodEverywhere(lead, "reviewing/14-our-plans");
    await lead.page.click("main tbody th a >> nth=0");
    await goodEverywhere(lead, "reviewing/15-our-plan");
    await lead.page.click('main button:has-text("This is our plan")');
    assert.match(await main(lead).innerText(), /Version 1/);
    await go(manager, plan);
    await manager.page.fill("#words", "Say who checks it.");
    await fillDate(manager, "due", ["31", "5", "2027"]);
    await manager.page.click('main button:has-text("Ask again")');
    await lead.page.reload();
    assert.match(await main(lead).innerText(), /Say who checks it/);
    await lead.page.click('main button:has-text("This is our plan")');
    await go(manager, plan);
    await manager.page.fill("#by_group", "Quality and audit group");
    await fillDate(manager, "on_day", ["1", "1", "2027"]);
    await manager.page.fill("#minute_ref", "2027/03, item 6");
    await manager.page.click('main button:has-text("is ratified")');
    assert.match(await manager.page.locator(".govuk-error-summary").innerText(), /was offered on/);
    await goodEverywhere(manager, "reviewing/16-ratify", { status: 422 });
    quiet(manager, "before it was offered", 422);
    const today = (await main(manager).innerText()).match(/Version 2, (\d+) (\w+) (\d+)/);
    const months = "January February March April May June July August September October";
    const month = String(months.split(" ").indexOf(today[2]) + 1);
    await fillDate(manager, "on_day", [today[1], month, today[3]]);
    await manager.page.click('main button:has-text("is ratified")');
    assert.match(await main(manager).innerText(), /Ratified by Quality and audit group/);
    await goodEverywhere(manager, "reviewing/17-ratified");
    await lead.page.reload();
    assert.match(await main(lead).innerText(), /Ratified by Quality and audit group/);
  });

  test("training needs are listed by standard, with their denominators", async () => {
    await go(manager, "/training-needs");
    assert.match(await main(manager).innerText(), /No rated item has arrived yet/);
    const other = await person(browser);
    await signIn(other, whoIs("tarnbridge", "manager"));
    await go(other, "/training-needs");
    assert.match(await main(other).innerText(), /\d+ of \d+/);
    await goodEverywhere(other, "reviewing/18-training");
    const answer = await other.context.request.get(`${origin}/training-needs.csv`);
    const lines = (await answer.text()).trim().split(/\r?\n/);
    assert.match(lines[0], /^"standard","name","organisation"/);
    assert.ok(lines.length > 1);
  });
});
