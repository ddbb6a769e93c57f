// A board asks by its own page: a new school for everything at once, and another board for parts of
// it, whose first words become suggestions; and the force for the next period, where what it said
// last time is said again before the first part goes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signByMail, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { linkIn, mailsSoFar, mailTo } from "./support/mailbox.mjs";
import { timeGoesBy } from "./support/outage.mjs";
import { ensureSent, eventually, force, party, whoIs } from "./support/stack.mjs";

const school = "Larkspur Primary School";
const email = "head@larkspur-primary.example";
const words = "The head teacher answers for it, and says so to every new colleague.";

async function type(page, id, [day, month, year]) {
  await page.fill(`[name='${id}_day']`, day);
  await page.fill(`[name='${id}_month']`, month);
  await page.fill(`[name='${id}_year']`, year);
}

// Adds the school to that board's register and opens its page there; answers the mailed link.
async function invite(manager) {
  const since = await mailsSoFar();
  await go(manager, "/register/add");
  await manager.page.fill("#name", school);
  await manager.page.selectOption("#type", "school");
  await manager.page.fill("#contact_name", "Wren Hollis");
  await manager.page.fill("#contact_email", email);
  await manager.page.click('button:has-text("Add it")');
  await manager.page.locator(".note--green").waitFor();
  return linkIn(await mailTo(email, { since }));
}

async function openEntry(manager, name) {
  await go(manager, "/register");
  await manager.page.locator("tbody a", { hasText: name }).first().click();
  await manager.page.locator("h1", { hasText: name }).waitFor();
}

async function askInParts(manager, period) {
  await manager.page.click('a:has-text("Ask for a return")');
  await manager.page.fill("#period", period);
  await manager.page.locator("label[for=how-parts]").click();
  await manager.page.fill("#start", "4");
  await manager.page.fill("#start-year", "2027");
  await manager.page.click('button:has-text("Continue")');
  await manager.page.locator("h1", { hasText: "A date for each part" }).waitFor();
}

const asked = (who) => who.page.locator("section:has(#asked) tbody tr");

describe("a board asks a new school for its whole form", () => {
  let browser, eldervale, kingsreach, wren, link;

  before(async () => {
    browser = await openBrowser();
    eldervale = await person(browser);
    kingsreach = await person(browser);
    wren = await person(browser, { viewport: "tablet" });
    await signIn(eldervale, whoIs("eldervale", "manager"));
    await signIn(kingsreach, whoIs("kingsreach", "manager"));
  });
  after(() => browser?.close());

  test("it says what is missing in place, and gives back what was typed", async () => {
    const { page } = eldervale;
    link = await invite(eldervale);
    await page.click('a:has-text("Ask for a return")');
    assert.equal(await heading(eldervale), "Ask for a return");
    await goodEverywhere(eldervale, "asking/01-which-form");
    await page.fill("#period", " ");
    await page.click('button:has-text("Continue")');
    await page.locator(".govuk-error-summary", { hasText: "period" }).waitFor();
    await goodPage(eldervale, "asking/01-no-period", { status: 422 });
    await page.fill("#period", "2027");
    await page.click('button:has-text("Continue")');
    await type(page, "due", ["31", "6", "2027"]);
    await page.click('button:has-text("Ask for it")');
    await page.locator(".govuk-error-summary", { hasText: "31 June 2027" }).waitFor();
    assert.equal(await page.inputValue("#due"), "31");
    await type(page, "due", ["1", "3", "2027"]);
    await page.click('button:has-text("Ask for it")');
    await page.locator(".govuk-error-summary", { hasText: "after today" }).waitFor();
    await goodEverywhere(eldervale, "asking/02-day-that-is-over", { status: 422 });
    quiet(eldervale, "a day that is over", 422);
  });

  test("two presses ask once, before anybody there has joined", async () => {
    const { page } = eldervale;
    await type(page, "due", ["28", "5", "2027"]);
    const answers = await page.evaluate(() => {
      const form = document.querySelector("main form[method=post]");
      const body = new URLSearchParams(new FormData(form));
      const press = () => fetch(form.action, { method: "POST", body }).then((one) => one.url);
      return Promise.all([press(), press()]);
    });
    for (const answer of answers) assert.match(answer, /saved=asked$/);
    await page.goto(answers[0]);
    await page.locator(".note--green").waitFor();
    assert.equal(await asked(eldervale).count(), 1);
    assert.match(
      await asked(eldervale).innerText(),
      /The whole form[\s\S]*28 May 2027[\s\S]*Asked/,
    );
    await goodEverywhere(eldervale, "asking/03-entry");
    await go(eldervale, "/register");
    const row = page.locator("tbody tr", { hasText: school });
    assert.match(await row.innerText(), /28 May 2027/);
    await goodEverywhere(eldervale, "asking/04-register");
  });

  test("the date is changed, and what it was is kept", async () => {
    const { page } = eldervale;
    await openEntry(eldervale, school);
    await asked(eldervale).locator("a").click();
    await goodEverywhere(eldervale, "asking/05-asked");
    await type(page, "due", ["", "", ""]);
    await page.click('button:has-text("Change the date")');
    await page.locator(".govuk-error-summary", { hasText: "Enter a date" }).waitFor();
    await goodPage(eldervale, "asking/05-no-date", { status: 422 });
    quiet(eldervale, "no date", 422);
    await type(page, "due", ["4", "6", "2027"]);
    await page.click('button:has-text("Change the date")');
    await page.locator(".note--green").waitFor();
    assert.match(
      await page.locator("main").innerText(),
      /Due on 4 June 2027 instead of 28 May 2027, 16 March 2027/,
    );
    await goodPage(eldervale, "asking/05-changed");
  });

  test("whoever opens a room finds what was asked, in that board's own form", async () => {
    const { page } = wren;
    await go(wren, link);
    await page.fill("#person_name", "Wren Hollis");
    await page.fill("#position", "Head teacher");
    await page.click('button:has-text("Open the room")');
    await page.locator(".note--green").waitFor();
    await eventually("the room has the form", async () => {
      await go(wren, "/home");
      return (await page.locator("h1", { hasText: "standards left" }).count()) === 1;
    });
    assert.match(await page.locator(".app-lede").innerText(), /Due on 4 June 2027/);
    assert.equal(await page.locator("tbody tr").count(), 8);
    await page.locator("tbody tr a").first().click();
    await page.locator("main textarea").first().fill(words);
    await page.locator('.pick label:has-text("Red")').first().click();
    await page.click("button[name=go][value=next]");
    await page.locator("h1").waitFor();
  });

  test("a second board asks for parts: dates proposed, refused, and corrected", async () => {
    const { page } = kingsreach;
    link = await invite(kingsreach);
    await askInParts(kingsreach, "2027");
    const proposed = await page.inputValue("[name='part-2_month']");
    assert.equal(proposed, "5", "a standard a month");
    await goodEverywhere(kingsreach, "asking/06-parts");
    await type(page, "part-2", ["1", "4", "2027"]);
    await type(page, "part-5", ["", "", ""]);
    await page.click('button:has-text("Ask for it in parts")');
    const summary = page.locator(".govuk-error-summary");
    await summary.waitFor();
    assert.match(await summary.innerText(), /before the part above it[\s\S]*Enter a date for 5\./);
    assert.equal(await page.inputValue("[name='part-2_month']"), "4");
    assert.equal(await page.inputValue("[name='part-8_month']"), "11");
    await goodEverywhere(kingsreach, "asking/06-parts-wrong", { status: 422 });
    quiet(kingsreach, "parts", 422);
    await type(page, "part-2", ["28", "5", "2027"]);
    await type(page, "part-5", ["31", "8", "2027"]);
    await page.click('button:has-text("Ask for it in parts")');
    await page.locator(".note--green").waitFor();
    assert.equal(await asked(kingsreach).count(), 8);
    await goodPage(kingsreach, "asking/07-entry-parts");
    await go(kingsreach, "/register");
    assert.match(await page.locator("tbody tr", { hasText: school }).innerText(), /30 April 2027/);
    await go(kingsreach, "/returns");
    await goodPage(kingsreach, "asking/08-returns");
  });

  test("the room has one calm list, and what was written for one board is a start", async () => {
    const { page } = wren;
    await go(wren, link);
    await page.click('button:has-text("Join as")');
    await page.locator(".note--green").waitFor();
    const list = page.locator("section:has(#due-h)");
    await eventually("both boards ask", async () => {
      await go(wren, "/home");
      return (await page.locator("h2", { hasText: "What is next" }).count()) === 1;
    });
    const rows = list.locator("> table tbody tr");
    assert.equal(await rows.count(), 5);
    assert.match(await rows.first().innerText(), /Kingsreach[\s\S]*30 April 2027/);
    assert.match(await list.locator("#later summary").innerText(), /Later \(4\)/);
    await list.locator("#later summary").click();
    await goodEverywhere(wren, "asking/09-home-parts");
    await page.click('a:has-text("Look at them")');
    assert.match(await page.locator("main").innerText(), new RegExp(words.slice(0, 30)));
    await goodEverywhere(wren, "asking/10-suggestions");
    const before = await page.locator('button:has-text("Use it")').count();
    await page.locator('button:has-text("Use it")').first().click();
    await page.locator("#describes").waitFor();
    assert.match(await page.locator("[data-save-status]").innerText(), /not confirmed/);
    assert.match(
      `${await page.inputValue("#describes")} ${await page.inputValue("#knows")}`,
      new RegExp(words.slice(0, 30)),
    );
    await goodPage(wren, "asking/11-suggested");
    await go(wren, "/suggestions");
    assert.equal(await page.locator('button:has-text("Use it")').count(), before - 1);
  });

  test("a part that is withdrawn leaves the room, and no other board knows", async () => {
    const { page } = kingsreach;
    await openEntry(kingsreach, school);
    await asked(kingsreach).last().locator("a").click();
    await page.click('button:has-text("Withdraw this request")');
    await page.locator(".note--green").waitFor();
    await goodPage(kingsreach, "asking/12-withdrawn");
    await go(wren, "/home");
    assert.match(await wren.page.locator("#later summary").innerText(), /Later \(3\)/);
    const other = party("kingsreach").profile.name;
    for (const path of ["/register", "/returns"]) {
      await go(eldervale, path);
      assert.ok(!(await eldervale.page.locator("main").innerText()).includes(other), path);
    }
    await openEntry(eldervale, school);
    assert.equal(await asked(eldervale).count(), 1);
  });
});

describe("a board asks the force again, in parts", () => {
  let browser, manager, dee, give, part;

  before(async () => {
    browser = await openBrowser();
    await ensureSent();
    manager = await person(browser);
    dee = await person(browser);
    await signIn(manager, whoIs("westmarch", "manager"));
    await signIn(dee, whoIs(force, "lead"));
    give = await timeGoesBy(party(force).profile.name);
  });
  after(async () => {
    await give?.();
    await browser?.close();
  });

  test("what was said last time shows its age, and counts when it is said again", async () => {
    const { page } = dee;
    await openEntry(manager, "Thornmere");
    await askInParts(manager, "2028");
    await manager.page.click('button:has-text("Ask for it in parts")');
    await manager.page.locator(".note--green").waitFor();
    await go(dee, "/home");
    assert.match(await page.locator("main").innerText(), /Confirm again/);
    assert.match(await page.locator("#sent summary").innerText(), /Sent \(4\)/);
    await goodEverywhere(dee, "asking/20-asked-again");
    await go(dee, "/questions/C1.1");
    await goodEverywhere(dee, "asking/21-carried");
    for (const code of ["C1.1", "C1.3", "C1.5", "C1.9"]) {
      await go(dee, `/questions/${code}`);
      await Promise.all([page.waitForEvent("load"), page.click("button[name=go][value=next]")]);
      await go(dee, `/questions/${code}`);
      assert.doesNotMatch(await page.locator("[data-save-status]").innerText(), /not confirmed/);
    }
    await go(dee, "/home");
    const first = page.locator("section:has(#due-h) > table tbody tr").first();
    assert.match(await first.innerText(), /30 April 2027[\s\S]*Ready to send/);
    const preview = await first.locator("a", { hasText: "Preview" }).getAttribute("href");
    part = preview.split("/")[2];
  });

  test("the first part is sent and arrives; the rest is not there yet", async () => {
    const ruth = await person(browser);
    await signIn(ruth, whoIs(force, "authoriser"));
    const { page } = ruth;
    await go(ruth, "/authorise");
    for (const box of await page.locator("input[name=request]").all()) {
      await box.setChecked((await box.getAttribute("value")) === part, { force: true });
    }
    await goodPage(ruth, "asking/22-authorise");
    await page.check("#statement", { force: true });
    await signByMail(ruth, whoIs(force, "authoriser").email);
    await page.locator("h1", { hasText: "Sent to boards" }).waitFor();
    await eventually("the part is there", async () => {
      await openEntry(manager, "Thornmere");
      return (await asked(manager).filter({ hasText: "Received" }).count()) === 2;
    });
    assert.equal(await asked(manager).filter({ hasText: "Asked on" }).count(), 7);
    await go(manager, "/returns");
    const rows = manager.page.locator("tbody tr", { hasText: "Thornmere" });
    assert.equal(await rows.filter({ hasText: "Not yet" }).count(), 7);
    await goodPage(manager, "asking/23-part-received");
    await rows.filter({ hasNotText: "Not yet" }).first().locator("a").first().click();
    const sheet = await manager.page.locator(".sheet").innerText();
    assert.match(sheet, /people at the top/i);
    assert.doesNotMatch(sheet, /What the organisation owes/i);
    await goodPage(manager, "asking/24-part");
    await go(dee, "/home");
    assert.match(await dee.page.locator("#sent summary").innerText(), /Sent \(5\)/);
    await goodPage(dee, "asking/25-home-after");
    await ruth.context.close();
  });
});
