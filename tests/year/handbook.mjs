// The board manager's handbook: its pictures are taken on the demonstration's own day, at 1280,
// while the manager of Port Sallow does what each chapter describes. Then the handbook is held
// against them: no picture missing, left over or out of date, no label that is not on the page.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  Handbook,
  difference,
  filesIn,
  noteWords,
  promised,
  rewrites,
  saidOn,
} from "../support/handbook.mjs";
import {
  go,
  heading,
  openBrowser,
  person,
  pictures,
  signIn,
} from "../journeys/support/browser.mjs";
import { goodPage } from "../journeys/support/checks.mjs";
import { eventually, whoIs } from "../journeys/support/stack.mjs";

const board = "port-sallow";
const school = "Sallow Point Primary School";
const college = "Harbour Further Education College";
const trust = "Breakwater Community Health Trust";
const families = "Port Sallow Children and Families";
const wave = "Section 11 return, spring 2027";

const main = (who) => who.page.locator("main");
const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
// Presses what leads to another page, and waits for it.
async function pressOn(who, words) {
  const before = who.page.url();
  await press(who, words);
  await who.page.waitForURL((url) => url.href !== before);
}
const follow = (who, words) => who.page.locator("main a", { hasText: words }).first().click();
const row = (who, words) => who.page.locator("main tbody tr", { hasText: words }).first();
const openRow = (who, words) => row(who, words).locator("a").first().click();
const saved = (who) => who.page.locator("main [role=status], main .note--green").first().waitFor();

async function shot(who, name) {
  await who.page.mouse.move(0, 0);
  await goodPage(who, `board/${name}`);
  await noteWords(who.page, join(pictures, "board", `${name}-1280.png`));
}

async function openEntry(who, name) {
  await go(who, `/register?q=${encodeURIComponent(name)}`);
  await who.page.locator("tbody th a", { hasText: name }).first().click();
  await who.page.locator("h1", { hasText: name }).waitFor();
}

async function openReturn(who, name) {
  await go(who, "/returns");
  await openRow(who, name);
}

async function date(who, id, [day, month, year]) {
  await who.page.fill(`[name='${id}_day']`, day);
  await who.page.fill(`[name='${id}_month']`, month);
  await who.page.fill(`[name='${id}_year']`, year);
}

describe("a year of a board manager, chapter by chapter", () => {
  let browser, manager, chair, grader;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    chair = await person(browser);
    grader = await person(browser);
    await signIn(grader, whoIs("harrowmere", "manager"));
    await signIn(manager, whoIs(board, "manager"));
    await signIn(chair, whoIs(board, "chair"));
  });
  after(() => browser?.close());

  test("home, register, contacts", async () => {
    await go(manager, "/board");
    await shot(manager, "01-home");
    await go(manager, "/register");
    await shot(manager, "02-register");
    await openEntry(manager, school);
    await shot(manager, "03-entry");
    await go(manager, "/contacts");
    await shot(manager, "04-contacts");
    await go(manager, "/register?needs=due");
    await shot(manager, "28-due-again");
  });

  test("a wave is opened, and a latecomer joins it", async () => {
    await go(manager, "/register?type=police&type=transport&type=other");
    for (const tick of await manager.page.locator("tbody label.chk").all()) await tick.click();
    await press(manager, "Ask those ticked");
    assert.match(await heading(manager), /Ask 3 organisations/);
    await shot(manager, "05-ask");
    await manager.page.locator("label[for=join-new]").click();
    await manager.page.fill("#title", "Smaller partners, summer 2027");
    await manager.page.fill("#period", "Summer 2027");
    await date(manager, "due", ["30", "6", "2027"]);
    await press(manager, "Ask them");
    await saved(manager);
    await go(manager, "/waves");
    await follow(manager, wave);
    await shot(manager, "06-wave");
  });

  test("reminders are looked at before they go", async () => {
    await go(manager, "/reminders");
    await shot(manager, "07-week");
    await openWaiting(manager);
    await shot(manager, "08-waits");
    await press(manager, "Yes, send them");
    await saved(manager);
    await go(manager, "/set-up/reminders");
    await shot(manager, "09-set-up");
    await openEntry(manager, "Tideway Probation Service");
    await follow(manager, "What was sent to them");
    await eventually("the mail has gone", async () => {
      await manager.page.reload();
      return (await main(manager).innerText()).includes("Still late: copied");
    });
    await shot(manager, "10-log");
  });

  test("a question is answered, and help is offered", async () => {
    await go(manager, "/questions");
    await shot(manager, "11-questions");
    await go(manager, "/questions?turn=answered");
    await openRow(manager, school);
    await shot(manager, "12-thread");
    await go(manager, "/questions");
    await openRow(manager, "new manager sign");
    await manager.page.fill("#words", "Yes, as soon as the service has told us the name.");
    await press(manager, "Send the answer");
    await manager.page.locator(".pill-row", { hasText: "Answered" }).waitFor();
    await go(manager, "/support/who");
    await shot(manager, "13-help");
  });

  test("a return is evaluated item by item", async () => {
    await go(manager, "/returns");
    await shot(manager, "14-returns");
    await openRow(manager, trust);
    await shot(manager, "14b-return");
    await follow(manager, "Evaluate");
    await shot(manager, "15-items");
    await follow(manager, "Next to grade");
    await manager.page.fill(
      "#comment",
      "Agreed. Three of twelve files were not complete; show them again in summer.",
    );
    await pressOn(manager, "Save and next");
    await openReturn(grader, "Mere Arts and Leisure Trust");
    await follow(grader, "Evaluate");
    await follow(grader, "Next to grade");
    await shot(grader, "16-item");
    await openReturn(manager, "Lantern Fostering");
    await follow(manager, "Evaluate");
    await press(manager, "Begin to evaluate");
    await follow(manager, "Give back for changes");
    await manager.page.locator("details.localpart summary").nth(4).click();
    const words = "Say in which month you will look again, and who does it.";
    await manager.page.locator("details.localpart textarea").nth(4).fill(words);
    await date(manager, "due", ["16", "4", "2027"]);
    await shot(manager, "17-give-back");
  });

  test("evidence that was asked for has come, and a sample has results", async () => {
    await openReturn(manager, trust);
    await follow(manager, "Evidence (");
    await shot(manager, "18-evidence");
    await go(manager, "/evidence-asked");
    await openRow(manager, "On-call table");
    await shot(manager, "18b-piece");
    await press(manager, "Accept");
    await main(manager).filter({ hasText: "Accepted" }).waitFor();
    await go(manager, "/samples");
    await openRow(manager, trust);
    await shot(manager, "19-sample");
  });

  test("a member has reviewed, somebody takes a second look, and it is released", async () => {
    await go(manager, "/peer-reviews");
    await manager.page.locator("main tbody a").first().click();
    await shot(manager, "20-review");
    await openReturn(manager, trust);
    await follow(manager, "Evaluate");
    await follow(manager, "Finish and release");
    await shot(manager, "21-finish");
    await go(chair, "/board");
    await shot(chair, "32-chair");
    await go(chair, "/returns");
    await openRow(chair, college);
    await follow(chair, "Evaluate");
    await follow(chair, "Finish and release");
    await shot(chair, "33-second-look");
    await press(chair, "I agree");
    await saved(chair);
    await openReturn(manager, college);
    await follow(manager, "Evaluate");
    await follow(manager, "Finish and release");
    await shot(manager, "21b-agreed");
    await press(manager, "Release to the agency");
    await saved(manager);
    await shot(manager, "22-released");
    await go(manager, "/plans");
    await openRow(manager, school);
    await shot(manager, "24-plan");
  });

  test("a newer version is compared and declined, and its organisation reads why", async () => {
    await openReturn(manager, families);
    await shot(manager, "23-newer");
    await manager.page.fill("#words", "Please offer it again once the first month was looked at.");
    await pressOn(manager, "Decline it");
    await shot(manager, "23b-decided");
    const lead = await person(browser);
    await signIn(lead, whoIs("sallow-families", "lead"));
    await go(lead, "/sent");
    await shot(lead, "34-sent");
    await lead.context.close();
  });

  test("a council's children's lead reads what was granted, and leaves a trace", async () => {
    await go(manager, "/board/sight");
    await shot(manager, "29-sight");
    const lead = await person(browser);
    await signIn(lead, whoIs("sallow-council", "childrens_lead"));
    await shot(lead, "30-council");
    await lead.page.locator("main h2 a").first().click();
    await shot(lead, "31-granted");
    await follow(lead, "Released evaluations");
    await openRow(lead, school);
    await shot(lead, "31b-released");
    await lead.context.close();
  });

  test("an organisation reads what was said of it, and who opened it", async () => {
    const lead = await person(browser);
    await signIn(lead, whoIs("sallow-point", "lead"));
    await shot(lead, "35-home");
    await follow(lead, "Read what it says");
    await shot(lead, "36-said");
    await go(lead, "/seen");
    await shot(lead, "37-seen");
    await lead.context.close();
  });

  test("an action is verified and closed", async () => {
    await go(manager, "/actions");
    await shot(manager, "25-actions");
    await go(manager, "/actions?show=to_verify");
    await openRow(manager, "Ask families in the three languages");
    await shot(manager, "26-action");
    await manager.page.click('summary:has-text("Verify and close")');
    await manager.page.fill("#seen", "The list of interpreters, and what 31 families wrote.");
    await press(manager, "Verify and close");
    await saved(manager);
  });

  test("people, and what they did", async () => {
    await go(manager, "/board/people");
    await shot(manager, "27-people");
    await go(manager, "/board/trail");
    await manager.page.selectOption("#person", { label: whoIs(board, "manager").name });
    await manager.page.fill("#from", "2027-03-16");
    await pressOn(manager, "Show");
    await shot(manager, "27b-done");
    await main(manager).filter({ hasText: "Verified and closed an action" }).waitFor();
  });

  test("what each form asks", async () => {
    await go(manager, "/set-up");
    await follow(manager, "What each form asks");
    await shot(manager, "30-forms");
    await manager.page.locator("main .mx__cell").first().click();
    await shot(manager, "31-account");
  });

  test("figures, a report and its files, and how papers look", async () => {
    await go(manager, "/figures");
    await shot(manager, "40-figures");
    await go(manager, "/reports");
    await shot(manager, "41-reports");
    await go(manager, "/reports/new?kind=highlight");
    await pressOn(manager, "Draft it");
    await shot(manager, "42-draft");
    await manager.page
      .locator("main textarea")
      .first()
      .fill("A good month: what was promised at the harbour was done.");
    await press(manager, "Finish version 1");
    await main(manager).filter({ hasText: "This version stays as it is" }).waitFor();
    await manager.page.fill("#name", "Orla Penhale");
    await manager.page.fill("#role", "Independent chair");
    await date(manager, "on", ["16", "3", "2027"]);
    await press(manager, "Note the signature");
    await main(manager).filter({ hasText: "Signed off on" }).waitFor();
    await shot(manager, "43-signed");
    await follow(manager, "Download");
    await main(manager).locator("li:has(b:text-is('PDF')) button").click();
    await eventually(
      "the PDF is ready",
      async () => {
        await manager.page.reload();
        return main(manager).locator("li:has(b:text-is('PDF')) a").count();
      },
      180000,
    );
    await shot(manager, "44-files");
    await go(manager, "/board/look");
    await shot(manager, "45-look");
  });
});

async function openWaiting(who) {
  const waits = row(who, "copied to the board member");
  await waits.locator("a").first().click();
}

// Which pieces a sample draws depends on the number of the return, which is another one each time.
// The check value of a report is of its moment.
const byChance = new Set(["board/19-sample-1280.png", "board/43-signed-1280.png"]);

describe("the handbook for board managers", () => {
  const handbook = new Handbook("board-handbook.md", "board-handbook", pictures);

  test("shows pictures that the tests have made, each with words for it", () => {
    promised(handbook, 25);
    assert.deepEqual(handbook.missing(), [], "named in the handbook, made by no test");
    if (rewrites) handbook.rewrite();
  });

  test("keeps those and no others", () => {
    assert.deepEqual(filesIn(handbook.kept).sort(), [...handbook.named].sort());
  });

  test("prints in bold what stands on the pages that it has shown so far", () => {
    const seen = [];
    const wrong = handbook.chapters().flatMap(({ title, pictures: names, labels }) => {
      seen.push(...names);
      const said = saidOn(handbook.made, seen);
      return labels.filter((label) => !said.includes(label)).map((label) => `${title}: ${label}`);
    });
    assert.deepEqual(wrong, [], "no page up to that chapter says so");
  });

  test("has pictures that still look like the pages", async () => {
    const browser = await openBrowser();
    const far = [];
    try {
      const page = await browser.newPage();
      for (const name of handbook.named.filter((one) => existsSync(join(handbook.kept, one)))) {
        const part = await difference(page, join(handbook.kept, name), join(handbook.made, name));
        if (part > (byChance.has(name) ? 0.2 : 0.02))
          far.push(`${name}: ${(part * 100).toFixed(1)} % differ`);
      }
    } finally {
      await browser.close();
    }
    assert.deepEqual(far, [], "play tools/dev handbook, and read what it shows now");
  });
});
