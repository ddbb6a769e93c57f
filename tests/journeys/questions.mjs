// An agency asks a board from a question that it fills in; the board answers and tells all of its
// agencies; another agency reads it. Then an answer changes: the newer version is offered, declined
// with words, offered again and accepted.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signByMail, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { mailTo, mailsSoFar } from "./support/mailbox.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  party,
  people,
  region,
  somebody,
  whoIs,
} from "./support/stack.mjs";

const board = party("eldervale");
const asked = "Does this mean our volunteers too?";
const answer = "Yes: everybody who works with children, paid or not.";
const reworded = "Who counts as staff here?";

const requestOf = async (agency) => {
  const { requests } = await people.withRole(agency, "lead").get("/requests");
  return requests.find((one) => one.board.name === board.profile.name);
};

// Another agency that the same board asks, with nothing of the force's.
async function otherAgency() {
  for (const one of region.parties.filter(
    ({ kind, code }) => kind === "agency" && code !== force,
  )) {
    const found = await requestOf(one.code).catch(() => undefined);
    if (found) return one.code;
  }
  return undefined;
}

describe("an agency asks, the board answers everybody", () => {
  let browser, lead, manager, address;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    lead = await person(browser);
    manager = await person(browser);
    await signIn(lead, whoIs(force, "lead"));
    await signIn(manager, whoIs(board.code, "manager"));
  });
  after(() => browser?.close());

  test("from any question, with what was typed kept when something is missing", async () => {
    const { page } = lead;
    await go(lead, "/questions/C1.1");
    await page.locator(".app-rail a", { hasText: "Ask a board about this" }).click();
    assert.equal(await heading(lead), "Ask a board");
    await goodEverywhere(lead, "questions/01-ask");
    await page.fill("#words", asked);
    await page.click('button:has-text("Send the question")');
    await page.locator(".govuk-error-summary", { hasText: "what it is about" }).waitFor();
    assert.equal(await page.inputValue("#words"), asked);
    await goodPage(lead, "questions/01-what-about", { status: 422 });
    quiet(lead, "nothing chosen", 422);
    await page.locator(".govuk-radios__item", { hasText: board.profile.area }).first().click();
    const since = await mailsSoFar();
    await page.click('button:has-text("Send the question")');
    await page.locator(".note--green").waitFor();
    await goodEverywhere(lead, "questions/02-asked");
    address = page.url();
    await go(lead, "/asked");
    assert.match(await page.locator("tbody tr").first().innerText(), /Waits for the board/);
    await goodEverywhere(lead, "questions/03-own-list");
    const mail = await mailTo(whoIs(board.code, "manager").email, { since });
    assert.ok(!JSON.stringify(mail).includes("volunteers"));
  });

  test("it stands in one inbox, and is answered", async () => {
    const { page } = manager;
    await go(manager, "/questions");
    assert.match(await heading(manager), /waits? for you/);
    await goodEverywhere(manager, "questions/04-inbox");
    await page.locator("tbody a").first().click();
    await page.locator(".said", { hasText: asked }).waitFor();
    await page.click('button:has-text("Send the answer")');
    await page.locator(".govuk-error-summary").waitFor();
    await goodPage(manager, "questions/05-no-words", { status: 422 });
    quiet(manager, "no words", 422);
    await page.fill("#words", answer);
    await page.click('button:has-text("Send the answer")');
    await page.locator(".pill-row", { hasText: "Answered" }).waitFor();
    await goodEverywhere(manager, "questions/05-answered");
    await lead.page.goto(address);
    await lead.page.locator(".said", { hasText: answer }).waitFor();
    await goodPage(lead, "questions/06-answer");
  });

  test("two who answer at once lose nothing", async () => {
    const other = await manager.context.newPage();
    await other.goto(manager.page.url());
    await manager.page.fill("#words", "The first.");
    await other.fill("#words", "The second.");
    await manager.page.click('button:has-text("Send the answer")');
    await manager.page.locator(".note--green").waitFor();
    await other.click('button:has-text("Send the answer")');
    await other.locator(".note--amber", { hasText: "Nothing is lost" }).waitFor();
    assert.equal(await other.inputValue("#words"), "The second.");
    await other.close();
    quiet(manager, "overtaken", 409);
  });

  test("it is published in the board's own words, which never say who asked", async () => {
    const { page } = manager;
    await page.click('a:has-text("Publish it as guidance")');
    await goodEverywhere(manager, "questions/07-publish");
    await page.fill("#question", `${party(force).profile.name} asks: who counts?`);
    await page.fill("#answer", answer);
    await page.click('button:has-text("See it as agencies will")');
    await page.locator(".govuk-error-summary", { hasText: "Leave out" }).waitFor();
    quiet(manager, "a name", 422);
    await page.fill("#question", reworded);
    await page.click('button:has-text("See it as agencies will")');
    await page.locator(".app-box", { hasText: reworded }).waitFor();
    await goodEverywhere(manager, "questions/08-preview");
    await page.click('button:has-text("Publish to all agencies")');
    await page.locator(".note--green").waitFor();
    await goodEverywhere(manager, "questions/09-published");
    await go(manager, "/guidance");
    await goodEverywhere(manager, "questions/10-guidance");
  });

  test("another agency reads it beside the same point of its form", async () => {
    const code = await otherAgency();
    if (!code) return;
    const other = await person(browser);
    await signIn(other, whoIs(code, "lead"));
    await go(other, "/home");
    const places = await other.page
      .locator("main a[href^='/form/'], main a[href^='/standards/']")
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("href")))]);
    let found = false;
    for (const place of places) {
      await go(other, place);
      if (await other.page.locator("aside", { hasText: reworded }).count()) {
        found = true;
        await goodPage(other, "questions/11-another-agency");
        assert.ok(!(await other.page.content()).includes(asked));
        break;
      }
    }
    assert.ok(found || places.length === 0 || places[0].startsWith("/standards/"));
    await other.context.close();
  });

  test("support is noted, and who may need it is said with reasons", async () => {
    const { page } = manager;
    await go(manager, "/support");
    await goodEverywhere(manager, "questions/12-no-support");
    await page.click('a:has-text("Note support")');
    await page.fill("#on-day", "29");
    await page.fill("#on-month", "2");
    await page.fill("#on-year", "2027");
    await page.click('button:has-text("Note it")');
    await page.locator(".govuk-error-summary", { hasText: "29 February 2027" }).waitFor();
    await goodEverywhere(manager, "questions/13-note-support", { status: 422 });
    quiet(manager, "no such day", 422);
    await page.locator("label[for=kind-0]").click();
    await page.fill("#on-day", "1");
    await page.fill("#on-month", "2");
    await page.locator("label[for=entries-0]").click();
    await page.fill("#notes", "We went through the form together.");
    await page.click('button:has-text("Note it")');
    await page.locator("tbody tr", { hasText: "1 February 2027" }).waitFor();
    await goodEverywhere(manager, "questions/14-support");
    await go(manager, "/support/who");
    await goodEverywhere(manager, "questions/15-who-needs-help");
  });
});

describe("an answer changes after it was sent", () => {
  let browser, authoriser, lead, manager, held;

  // Another text for the same question: every board that asks it holds the older one then.
  async function change(words) {
    await go(lead, "/questions/C1.1");
    await lead.page.fill("#describes", words);
    await lead.page.click('button:has-text("Confirm and next")');
    await lead.page.waitForURL((url) => !url.pathname.endsWith("/C1.1"));
  }

  async function offer() {
    const { page } = authoriser;
    await go(authoriser, "/sent");
    const row = page.locator(".track__row", { hasText: board.profile.area });
    await row.locator("a", { hasText: "Offer the newer version" }).click();
    assert.equal(await page.locator("input[name=request]:checked").count(), 1);
    await page.check("#statement", { force: true });
    await signByMail(authoriser, somebody("ruth-amory", force).email);
    await page.locator("h1", { hasText: "Sent to boards" }).waitFor();
    await eventually("the newer version is delivered", async () =>
      (await deliveries()).every((one) => one.return),
    );
    await go(authoriser, "/sent");
    return row;
  }

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    authoriser = await person(browser);
    lead = await person(browser);
    manager = await person(browser);
    await signIn(lead, whoIs(force, "lead"));
    await signIn(authoriser, somebody("ruth-amory", force));
    await signIn(manager, whoIs(board.code, "manager"));
    held = (await deliveries()).find((one) => one.board.name === board.profile.name).return;
  });
  after(() => browser?.close());

  test("the agency sees which boards hold the older one, and offers the newer to one", async () => {
    await change("Our new arrangement, since this month.");
    await go(authoriser, "/sent");
    await authoriser.page.locator(".note--amber", { hasText: "older answer" }).first().waitFor();
    await goodEverywhere(authoriser, "questions/20-older-copies");
    const row = await offer();
    assert.match(await row.innerText(), /is offered since/);
    await goodPage(authoriser, "questions/21-offered");
  });

  test("the board sees what differs and declines with words", async () => {
    const { page } = manager;
    await go(manager, `/returns/${held}/supplement`);
    assert.match(await heading(manager), /offers a newer version/);
    await page.locator("ins", { hasText: "since this month" }).first().waitFor();
    await goodEverywhere(manager, "questions/22-difference");
    await page.click('button:has-text("Decline it")');
    await page.locator(".govuk-error-summary").waitFor();
    quiet(manager, "no words", 422);
    await page.fill("#words", "Please say who decides.");
    await page.click('button:has-text("Decline it")');
    await page.locator(".note--green").waitFor();
    await goodPage(manager, "questions/23-declined");
    await go(authoriser, "/sent");
    const row = authoriser.page.locator(".track__row", { hasText: board.profile.area });
    assert.match(await row.innerText(), /Please say who decides/);
    await goodPage(authoriser, "questions/24-told");
  });

  test("it accepts the next, and works with it from then on", async () => {
    await change("Our new arrangement, since this month. The chief officer decides.");
    await offer();
    const { page } = manager;
    await go(manager, `/returns/${held}/supplement`);
    await page.click('button:has-text("Accept version")');
    await page.locator(".note--green").waitFor();
    await goodPage(manager, "questions/25-accepted");
    await go(manager, `/returns/${held}`);
    assert.ok((await page.content()).includes("The chief officer decides"));
    assert.equal(await page.locator("ins").count(), 0);
  });
});
