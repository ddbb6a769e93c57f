// A board's reminders run by themselves: its manager adds whom to write to, sets up steps with a
// text and looks at it as a real organisation would get it, switches them on, and mails arrive; one
// is stopped, one waits for a yes. An organisation's lead says who is right, to one board alone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { mailsSoFar, mailsTo, mailTo } from "./support/mailbox.mjs";
import { force, party, whoIs } from "./support/stack.mjs";

const nursery = "Willow Bank Nursery";
const lead = "lead@willow-bank.example";
const member = "member@willow-bank.example";

async function press(who, words) {
  await who.page.click(`main button:has-text("${words}")`);
}

async function noted(who, words) {
  await who.page.locator("main [role=status]", { hasText: words }).waitFor();
}

async function openContacts(who) {
  await go(who, "/register?q=Willow");
  await who.page.locator("tbody a", { hasText: nursery }).first().click();
  await who.page.click('main a:text-is("Contacts")');
  await who.page.locator("h1", { hasText: `Contacts of ${nursery}` }).waitFor();
}

async function writeStep(page, step) {
  await page.fill("#name", step.name);
  await page.selectOption("#when", step.when);
  await page.fill("#days", step.days);
  await page.fill("#at", step.at);
  await page.selectOption("#rung", step.rung);
  await page.fill("#subject", step.subject);
  await page.fill("#body", step.body);
  if (step.yes) await page.locator("label[for=needs_approval]").click();
}

async function addStep(who, step) {
  await go(who, "/set-up/reminders");
  await who.page.click('a:has-text("Add a reminder")');
  await writeStep(who.page, step);
  await press(who, "Save the reminder");
  await noted(who, "The reminder is saved");
}

const first = {
  name: "Ten weeks left",
  when: "before",
  days: "72",
  at: "9:00",
  rung: "lead",
  subject: "{form} is due on {due}",
  body: "{organisation} has {days} left: {link}",
};

describe("reminders that a board sets up", () => {
  let browser, manager, since;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    await signIn(manager, whoIs("harrowmere", "manager"));
  });
  after(() => browser?.close());

  test("an organisation is asked for a return, with whom to write to", async () => {
    const { page } = manager;
    await go(manager, "/register/add");
    await page.fill("#name", nursery);
    await page.selectOption("#type", "nursery");
    await page.fill("#contact_name", "Tamsin Oake");
    await page.fill("#contact_email", lead);
    await press(manager, "Add it");
    await page.locator(".note--green").waitFor();
    await page.click('a:has-text("Ask for a return")');
    await page.fill("#period", "2027");
    await press(manager, "Continue");
    await page.fill("[name=due_day]", "27");
    await page.fill("[name=due_month]", "5");
    await page.fill("[name=due_year]", "2027");
    await press(manager, "Ask for it");
    await page.locator(".note--green").waitFor();
    await openContacts(manager);
    await page.click('a:has-text("Add a person")');
    await page.fill("#name", "Idris Vaughan");
    await page.fill("#email", "nowhere");
    await press(manager, "Add");
    await page.locator(".govuk-error-summary", { hasText: "Choose what the person is" }).waitFor();
    assert.equal(await page.inputValue("#name"), "Idris Vaughan");
    await goodPage(manager, "reminders/01-contact-wrong", { status: 422 });
    quiet(manager, "a contact without a role", 422);
    await page.selectOption("#role", "board_member");
    await page.fill("#email", member);
    await press(manager, "Add");
    await noted(manager, "Added");
    await goodEverywhere(manager, "reminders/02-contacts-of-one");
    await go(manager, "/contacts?q=willow");
    assert.equal(await page.locator("tbody tr").count(), 2);
    await goodEverywhere(manager, "reminders/03-contacts");
  });

  test("a text names only fields that there are, and a real organisation is shown it", async () => {
    const { page } = manager;
    await page.click('nav a:has-text("Set up")');
    assert.equal(await heading(manager), "Set up");
    await goodEverywhere(manager, "reminders/04-set-up-all");
    await page.click('main a:has-text("Reminders")');
    await goodEverywhere(manager, "reminders/04-set-up-empty");
    await press(manager, "Begin with the usual steps");
    await noted(manager, "The usual reminders");
    await page.click('a:has-text("Add a reminder")');
    await writeStep(page, { ...first, body: "Dear {orgnisation}" });
    await press(manager, "Save the reminder");
    await page.locator(".govuk-error-summary", { hasText: "{orgnisation}" }).waitFor();
    assert.equal(await page.inputValue("#body"), "Dear {orgnisation}");
    await goodPage(manager, "reminders/05-no-such-field", { status: 422 });
    quiet(manager, "a field that is not there", 422);
    await page.fill("#body", first.body);
    await page.selectOption("#organisation", { label: nursery });
    await press(manager, "Show it first");
    const shown = page.locator("section:has(#preview)");
    await shown.waitFor();
    assert.match(await shown.innerText(), /is due on 27 May 2027[\s\S]*Hello [\s\S]*72 days left/);
    await goodEverywhere(manager, "reminders/06-preview");
    await press(manager, "Save the reminder");
    await noted(manager, "The reminder is saved");
    await addStep(manager, {
      ...first,
      name: "To the member of the board",
      rung: "board_member",
      yes: true,
    });
    await addStep(manager, { ...first, name: "In two days", days: "70", at: "9:30" });
    await goodEverywhere(manager, "reminders/07-set-up");
  });

  test("switched on, the first one arrives; what needs a yes waits for it", async () => {
    const { page } = manager;
    since = await mailsSoFar();
    await go(manager, "/set-up/reminders");
    await page.locator("label[for=on-yes]").click();
    await page.locator("section:has(#hours) button").click();
    await noted(manager, "Saved");
    const mail = await mailTo(lead, { since });
    assert.match(mail.subject, /is due on 27 May 2027/);
    assert.match(mail.text, /Willow Bank Nursery has 72 days left/);
    assert.match(mail.back, /^no-reply\+back-[0-9a-f]{32}@/);
    await go(manager, "/reminders");
    assert.equal(await heading(manager), "What goes out this week");
    const waits = page.locator("tr", { hasText: "16 March" }).filter({ hasText: "To the member" });
    await waits.waitFor();
    await goodEverywhere(manager, "reminders/08-this-week");
    assert.equal((await mailsTo(member)).length, 0);
    await waits.locator("a").click();
    await goodEverywhere(manager, "reminders/09-needs-a-yes");
    await press(manager, "Yes, send them");
    await noted(manager, "with your yes");
    assert.match((await mailTo(member, { since })).text, /Hello Idris Vaughan/);
  });

  test("one is stopped and let go again, and everything is in the log", async () => {
    const { page } = manager;
    await go(manager, "/reminders");
    await page
      .locator("tr", { hasText: "18 March" })
      .filter({ hasText: "In two days" })
      .locator("a")
      .click();
    const row = page.locator("tbody tr", { hasText: nursery });
    await row.locator('button:has-text("Stop")').click();
    await noted(manager, "Stopped");
    assert.match(await row.innerText(), /Stopped/);
    await row.locator('button:has-text("Let it go")').click();
    await noted(manager, "It goes out again");
    await go(manager, "/register?q=Willow");
    await page.locator("tbody a", { hasText: nursery }).first().click();
    await page.click('a:has-text("What was sent to them")');
    const sent = page.locator("tbody tr", { hasText: "Sent" });
    assert.equal(await sent.filter({ hasText: "@" }).count(), 2);
    await page.locator("tbody tr", { hasText: "A return was asked for" }).waitFor();
    await goodEverywhere(manager, "reminders/10-log");
    await page.fill("#reason", "They are moving house");
    await press(manager, "Pause reminders");
    await page.locator(".note--amber", { hasText: "They are moving house" }).waitFor();
    await press(manager, "End the pause");
    await page.locator("#reason").waitFor();
    await go(manager, "/reminders/chair");
    await goodEverywhere(manager, "reminders/11-chairs-list");
  });

  test("the lead of an organisation says who is right, to that board alone", async () => {
    const one = await person(browser, { viewport: "tablet" });
    await signIn(one, whoIs(force, "lead"));
    await go(one, "/contacts");
    assert.equal(await heading(one), "Contacts");
    const mine = one.page.locator("section.app-section", {
      has: one.page.locator("h2", { hasText: party("harrowmere").profile.name }),
    });
    await mine.locator('a:has-text("Add a person")').click();
    await one.page.selectOption("#role", "head");
    await one.page.fill("#name", "Chief of all");
    await one.page.fill("#email", "chief@thornmere.example");
    await press(one, "Add");
    await noted(one, "Added");
    await mine.locator('button:has-text("These are right")').click();
    await noted(one, "The board sees");
    await goodEverywhere(one, "reminders/12-own-contacts");
    assert.equal(await one.page.locator("tr", { hasText: "Chief of all" }).count(), 1);
    await go(manager, "/contacts?q=Chief");
    await manager.page.locator("tbody a", { hasText: "Chief of all" }).click();
    await manager.page
      .locator("main", { hasText: "The organisation said on 16 March 2027" })
      .waitFor();
    await one.page.context().close();
  });

  test("and switched off, nothing goes out any more", async () => {
    const { page } = manager;
    await go(manager, "/set-up/reminders");
    await page.locator("label[for=on-no]").click();
    await page.locator("section:has(#hours) button").click();
    await noted(manager, "Saved");
    await go(manager, "/reminders");
    await page.locator(".note--amber", { hasText: "switched off" }).waitFor();
    quiet(manager, "all of it");
  });
});
