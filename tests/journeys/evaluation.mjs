// A board evaluates what the force sent: its manager and an assistant grade item by item, the chair
// looks again, the manager releases, and the force's lead reads a copy that nobody changes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { secretOf } from "../../tools/demo/totp.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { focusSeen, goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { codeFor, linkIn, mailsSoFar, mailTo } from "./support/mailbox.mjs";
import { deliveries, ensureSent, force, party, whoIs } from "./support/stack.mjs";

const board = "tarnbridge";
const email = "kit.arden@tarnbridge-scb.example";
const secretWord = "quiet-heron-orchard";
const lead = whoIs(force, "lead");
const press = (who) => who.page.click("main form button");
const grades = (who) => who.page.locator('input[name="grade"]:checked');
const status = (who) => who.page.locator("[data-save-status]");

// The manager asks, Kit accepts with a password and a phone.
async function joinAsAssistant(manager, kit) {
  await go(manager, "/board/people");
  await manager.page.click('a:has-text("Invite a colleague")');
  await manager.page.fill("#name", "Kit Arden");
  await manager.page.fill("#email", email);
  await manager.page.check("#role-assistant", { force: true });
  const since = await mailsSoFar();
  await press(manager);
  await go(kit, linkIn(await mailTo(email, { since })));
  await kit.page.fill("#password", secretWord);
  await kit.page.fill("#position", "Board Assistant");
  await press(kit);
  const secret = secretOf(await kit.page.locator(".app-secret").innerText());
  await kit.page.fill("#code", await codeFor(email, secret));
  await press(kit);
  await kit.page.click("main a.govuk-button");
}

describe("an evaluation", () => {
  let browser, manager, kit, plain, chair, reader, base, first;

  before(async () => {
    await ensureSent();
    const name = party(board).profile.name;
    const sent = (await deliveries()).find((one) => one.board.name === name);
    base = `/returns/${sent.return}/evaluation`;
    browser = await openBrowser();
    manager = await person(browser);
    kit = await person(browser, { viewport: "tablet" });
    plain = await person(browser, { script: false });
    chair = await person(browser);
    reader = await person(browser, { viewport: "tablet" });
    await signIn(manager, whoIs(board, "manager"));
    await joinAsAssistant(manager, kit);
    await signIn(plain, whoIs(board, "manager"));
    await signIn(chair, whoIs(board, "chair"));
    await signIn(reader, lead);
  });
  after(() => browser?.close());

  test("is begun from the return, with nothing graded", async () => {
    await go(manager, base.replace("/evaluation", ""));
    await manager.page.click('a:has-text("Evaluate")');
    await goodEverywhere(manager, "evaluation/01-begin");
    await manager.page.click('button:has-text("Begin to evaluate")');
    await goodEverywhere(manager, "evaluation/02-items");
    const words = await manager.page.locator(".app-head").first().innerText();
    assert.match(words, /0 of 60 graded, 0 of 13 essential/);
    assert.equal((await go(reader, base.replace(/\/returns\/.*/, "/home"))).status(), 200);
    assert.equal(await reader.page.locator('text="has looked at your return"').count(), 0);
  });

  test("gives a standard to a colleague, who sees it in the list", async () => {
    const give = manager.page.locator("section .eval__give").first();
    await give.locator("summary").click();
    await give.locator("select").selectOption({ label: "Kit Arden" });
    await give.locator("button").click();
    await manager.page.locator(".note--green", { hasText: "Your colleague has it" }).waitFor();
    await goodPage(manager, "evaluation/03-given");
    await go(kit, "/returns");
    const row = kit.page.locator("tbody tr", { hasText: party(force).profile.name });
    assert.match(await row.innerText(), /Kit Arden, in part/);
    await goodPage(kit, "evaluation/04-returns");
  });

  test("asks for essential items first, never with a grade chosen beforehand", async () => {
    await go(manager, base);
    await manager.page.click('a:has-text("Next to grade")');
    assert.equal(await manager.page.locator(".eval__said .must").count(), 1);
    assert.equal(await grades(manager).count(), 0);
    assert.match(await manager.page.locator(".eval__self").innerText(), /Their own grade/);
    first = new URL(manager.page.url()).pathname;
    await goodEverywhere(manager, "evaluation/05-item");
    await focusSeen(manager, "an item");
  });

  test("is asked about from the item, and followed as an action of the board", async () => {
    await manager.page.click('a:has-text("Ask the agency about this")');
    await manager.page.fill("#words", "Does this hold for volunteers too?");
    await press(manager);
    await go(manager, first);
    const about = manager.page.locator(".eval__thread");
    assert.match(await about.innerText(), /Does this hold for volunteers too\?/);
    assert.match(await about.innerText(), /Waits for them/);
    await goodEverywhere(manager, "evaluation/05-asked-about");
    await manager.page.click('a:has-text("Make an action of this")');
    assert.notEqual(await manager.page.inputValue('select[name="place"]'), "");
    await manager.page.fill("#what", "Put volunteers into the calendar");
    await manager.page.fill("#lead", "The head of service");
    await manager.page.fill("[name='by_day']", "30");
    await manager.page.fill("[name='by_month']", "9");
    await manager.page.fill("[name='by_year']", "2027");
    await press(manager);
    await manager.page.locator(".note--green").first().waitFor();
    await go(manager, first);
    await manager.page.click('a:has-text("Put volunteers into the calendar")');
    assert.match(new URL(manager.page.url()).pathname, /^\/actions\//);
    const alone = await manager.page.locator("main").innerText();
    assert.match(alone, /Your board alone has this action/);
    assert.equal(await manager.page.locator('form[action$="/mail"]').count(), 0);
    await goodEverywhere(manager, "evaluation/05-action-alone");
    await go(reader, "/list");
    const list = await reader.page.locator("main").innerText();
    assert.doesNotMatch(list, /Put volunteers into the calendar/, "nothing before the release");
    await go(manager, first);
  });

  test("is saved as one goes", async () => {
    await manager.page.locator(".grades label").nth(1).click();
    await status(manager).filter({ hasText: "Saved at" }).waitFor();
    await manager.page.fill("#comment", "Supervision is sound for employed staff.");
    await manager.page.locator("#reason").focus();
    await status(manager).filter({ hasText: "Saved at" }).waitFor();
    await go(manager, first);
    assert.equal(
      await manager.page.inputValue("#comment"),
      "Supervision is sound for employed staff.",
    );
    assert.equal(await grades(manager).getAttribute("value"), "1");
  });

  test("loses nothing when two are at one item", async () => {
    await go(kit, first);
    await go(plain, first);
    assert.match(
      await plain.page.locator('[role="note"]').innerText(),
      /Kit Arden is at this item/,
    );
    await kit.page.fill("#comment", "Kit’s own words.");
    await kit.page.click('button:has-text("Save and skip")');
    await plain.page.fill("#comment", "Words without a script.");
    await plain.page.click('button:has-text("Save and next")');
    assert.match(await heading(plain), /Kit Arden saved .* while you were grading/);
    const both = await plain.page.inputValue("#comment");
    assert.ok(both.includes("Words without a script.") && both.includes("Kit’s own words."));
    await goodPage(plain, "evaluation/06-two", { status: 409 });
    await plain.page.click('button:has-text("Keep this")');
    await go(plain, `${first}/history`);
    assert.ok((await plain.page.locator("main section").count()) >= 3);
    await goodPage(plain, "evaluation/07-history");
    quiet(plain, "two at one item", 409);
  });

  test("says what is wrong with a grade, and keeps what was typed", async () => {
    await go(plain, first);
    await plain.page.check("#grade-na");
    await plain.page.fill("#reason", "");
    await plain.page.click('button:has-text("Save and next")');
    assert.match(
      await plain.page.locator(".govuk-error-summary").innerText(),
      /why it does not apply/,
    );
    assert.ok(await plain.page.isChecked("#grade-na"));
    await goodPage(plain, "evaluation/08-refused", { status: 422 });
    quiet(plain, "not applicable without a reason", 422);
  });

  test("has quick keys only for whoever switched them on", async () => {
    await go(manager, first);
    await manager.page.locator("h1").click();
    await manager.page.keyboard.press("2");
    assert.equal(await grades(manager).getAttribute("value"), "1");
    await go(manager, "/evaluation/settings");
    await goodEverywhere(manager, "evaluation/09-settings");
    await manager.page.click('button:has-text("Switch them on")');
    await go(manager, first);
    await manager.page.locator("h1").click();
    await manager.page.keyboard.press("2");
    assert.equal(await grades(manager).getAttribute("value"), "2");
    await status(manager).filter({ hasText: "Saved at" }).waitFor();
    await manager.page.keyboard.press("c");
    await manager.page.keyboard.type("3 is typed here.");
    assert.equal(await grades(manager).getAttribute("value"), "2");
    await status(manager).filter({ hasText: "Saved at" }).waitFor();
    await manager.page.locator("h1").click();
    await manager.page.keyboard.press("j");
    await manager.page.waitForURL((url) => url.pathname !== first);
  });

  test("compares both grades, and takes ours for many rows at once", async () => {
    await go(manager, `${base}/both`);
    await goodEverywhere(manager, "evaluation/10-both");
    let differs = true;
    for (const row of await manager.page.locator("tbody tr:has(select)").all()) {
      const theirs = (await row.locator('[data-l="Theirs"]').innerText()).trim();
      const labels = (await row.locator("option").allInnerTexts()).slice(1);
      const other = labels.find((one) => one !== theirs);
      const label = differs || !labels.includes(theirs) ? other : theirs;
      differs = false;
      await row.locator("select").selectOption({ label });
    }
    await manager.page.click('button:has-text("Save")');
    assert.match(await manager.page.locator(".app-lede").innerText(), /0 to do/);
    await goodPage(manager, "evaluation/11-both-done");
  });

  test("asks for a reason wherever they differ", async () => {
    await go(manager, `${base}/finish`);
    await goodEverywhere(manager, "evaluation/12-missing");
    for (;;) {
      await go(manager, `${base}/both`);
      const missing = manager.page.locator('a:has-text("Give the reason")');
      if ((await missing.count()) === 0) break;
      await missing.first().click();
      await manager.page.fill("#reason", "What we saw says otherwise.");
      const here = manager.page.url();
      await manager.page.click('button:has-text("Save and skip")');
      await manager.page.waitForURL((at) => at.href !== here);
    }
  });

  test("waits for a second person where the board wants one", async () => {
    await go(manager, "/evaluation/settings");
    await manager.page.click('button:has-text("Ask for one every time")');
    await go(plain, `${base}/finish`);
    assert.equal(await plain.page.locator('button:has-text("Release to")').count(), 0);
    await plain.page.fill("#comment", "Thank you for a clear return.");
    await plain.page.click('button:has-text("Send for a second look")');
    await go(manager, `${base}/finish`);
    const kept = await manager.page.locator("main").innerText();
    assert.match(kept, /Thank you for a clear return/, "nobody pressed Save, and it is kept");
    await goodPage(manager, "evaluation/13-with-a-second");
    await go(kit, `${base}/finish`);
    assert.equal(await kit.page.locator('button:has-text("I agree")').count(), 0, "Kit graded");
    await go(chair, `${base}/finish`);
    await goodEverywhere(chair, "evaluation/14-second-look");
    await chair.page.click('button:has-text("Hand it back")');
    await goodPage(chair, "evaluation/15-without-words", { status: 422 });
    quiet(chair, "handed back without words", 422);
    await chair.page.click('button:has-text("I agree")');
  });

  test("is released once, however many press the button", async () => {
    await go(manager, `${base}/finish`);
    await go(plain, `${base}/finish`);
    await goodEverywhere(manager, "evaluation/16-ready");
    const since = await mailsSoFar();
    await manager.page.click('button:has-text("Release to the agency")');
    await goodPage(manager, "evaluation/17-released");
    await go(reader, "/list");
    const list = await reader.page.locator("main").innerText();
    assert.match(list, /Put volunteers into the calendar/, "it came with the release");
    await plain.page.click('button:has-text("Release to the agency")');
    assert.match(
      await plain.page.locator('[role="status"]').first().innerText(),
      /released it already/,
    );
    const mail = await mailTo(lead.email, { since });
    assert.match(mail.subject, /has looked at your return/);
    assert.ok(!mail.text.includes("Thank you for a clear return"));
  });

  test("is read by the agency as it was frozen", async () => {
    await go(reader, "/home");
    await reader.page.click('a:has-text("Read what it says")');
    const text = await reader.page.locator("main").innerText();
    assert.match(text, /Thank you for a clear return/);
    assert.match(text, /What we saw says otherwise/);
    assert.doesNotMatch(text, /Kit Arden/);
    await goodEverywhere(reader, "evaluation/18-agency-reads");
    await go(reader, "/sent");
    await goodPage(reader, "evaluation/19-sent");
  });

  test("is compared over all agencies", async () => {
    await go(manager, "/evaluation/differences");
    await goodEverywhere(manager, "evaluation/20-differences");
    assert.equal((await go(reader, "/evaluation/differences")).status(), 403);
    quiet(reader, "an agency at a board's page", 403);
  });
});

describe("a return that goes back for changes", () => {
  let browser, manager, reader, base;

  before(async () => {
    await ensureSent();
    const name = party("eldervale").profile.name;
    const sent = (await deliveries()).find((one) => one.board.name === name);
    base = `/returns/${sent.return}/evaluation`;
    browser = await openBrowser();
    manager = await person(browser);
    reader = await person(browser);
    await signIn(manager, whoIs("eldervale", "manager"));
    await signIn(reader, lead);
  });
  after(() => browser?.close());

  test("has a day that exists, and keeps what was typed until it has", async () => {
    await go(manager, base);
    await manager.page.click('button:has-text("Begin to evaluate")');
    await manager.page.click('a:has-text("Give back for changes")');
    await goodEverywhere(manager, "evaluation/21-give-back");
    await manager.page.fill("#due-day", "29");
    await manager.page.fill("#due-month", "2");
    await manager.page.fill("#due-year", "2027");
    await manager.page.locator("details.localpart summary").first().click();
    await manager.page.locator("details.localpart textarea").first().fill("Say how often.");
    await manager.page.click('button:has-text("Give it back")');
    assert.match(
      await manager.page.locator(".govuk-error-summary").innerText(),
      /29 February 2027 does not exist/,
    );
    assert.equal(
      await manager.page.locator("details.localpart textarea").first().inputValue(),
      "Say how often.",
    );
    await goodPage(manager, "evaluation/22-no-such-day", { status: 422 });
    quiet(manager, "a day that does not exist", 422);
  });

  test("is seen on the agency's home and beside its answers", async () => {
    await manager.page.fill("#due-day", "14");
    await manager.page.fill("#due-month", "5");
    await manager.page.click('button:has-text("Give it back")');
    await goodPage(manager, "evaluation/23-given-back");
    await go(manager, "/returns");
    const back = manager.page.locator("tbody tr", { hasText: "Back for changes" });
    assert.match(await back.innerText(), /14 May 2027/, "by the day that was set");
    await go(reader, "/home");
    await reader.page.click('a:has-text("See what is asked")');
    await goodEverywhere(reader, "evaluation/24-asked");
    await reader.page.locator('main a[href^="/questions/"]').first().click();
    assert.match(await reader.page.locator(".note--amber").first().innerText(), /Say how often/);
    await goodPage(reader, "evaluation/25-question");
  });

  test("is talked over in a conversation for each item", async () => {
    await go(reader, "/home");
    await reader.page.click('a:has-text("See what is asked")');
    await reader.page.click('a:has-text("Ask what is meant")');
    assert.match(await reader.page.locator(".thread").innerText(), /Say how often/);
    await reader.page.fill("#words", "Do you mean each term?");
    await reader.page.click('button:has-text("Send")');
    await goodPage(reader, "evaluation/25-talked-over");
    await go(manager, "/board");
    const waits = manager.page.locator('ul.kinds a:has-text("question")');
    assert.match(await waits.innerText(), /to answer/);
    await waits.click();
    await manager.page.locator("tbody tr", { hasText: "Do you mean each term?" }).waitFor();
    await go(manager, `${base}/send-back`);
    await manager.page.click('a:has-text("The conversation")');
    await manager.page.fill("#words", "Yes, each term.");
    await manager.page.click('button:has-text("Send the answer")');
    await goodPage(manager, "evaluation/25-answered");
  });

  test("may stay as it is after all", async () => {
    await go(manager, `${base}/send-back`);
    await goodPage(manager, "evaluation/26-what-was-asked");
    await manager.page.click('button:has-text("Nothing has to be changed")');
    await go(reader, "/home");
    assert.equal(await reader.page.locator('a:has-text("See what is asked")').count(), 0);
  });
});
