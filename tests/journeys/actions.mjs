// A board chases an action to its end: the manager puts it on the list, the organisation says
// that it is done, the board asks again and then verifies what it has seen. Another one is asked
// about by mail, whose link works once. Two people who write at once both keep their words.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { linkIn, mailsSoFar, mailTo } from "./support/mailbox.mjs";
import { eventually, force, party, whoIs } from "./support/stack.mjs";

const board = "harrowmere";
const agency = party(force).profile.name;
const what = "Record supervision of sessional staff";
const nursery = "Bright Harbour Nursery";
const contact = { name: "Rae Dunmore", email: "rae.dunmore@brightharbour.example" };
const leaflet = "Child-friendly complaints leaflet";

const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
const note = (who) => who.page.locator(".note--green").innerText();
const text = (who) => who.page.locator("main").innerText();
const unfold = (who, words) => who.page.click(`summary:has-text("${words}")`);

async function type(who, id, [day, month, year]) {
  await who.page.fill(`[name='${id}_day']`, day);
  await who.page.fill(`[name='${id}_month']`, month);
  await who.page.fill(`[name='${id}_year']`, year);
}

describe("an action, from a board's list to its verified end", () => {
  let browser, manager, second, lead, chair, stranger, page, leafletPage, mailed;

  before(async () => {
    browser = await openBrowser();
    [manager, second, lead, chair] = await Promise.all([1, 2, 3, 4].map(() => person(browser)));
    stranger = await person(browser, { script: false });
    await signIn(manager, whoIs(board, "manager"));
    await signIn(second, whoIs(board, "manager"));
    await signIn(lead, whoIs(force, "lead"));
    await signIn(chair, whoIs(board, "chair"));
  });
  after(() => browser?.close());

  async function add(title, organisation, day) {
    await go(manager, "/actions/new");
    await manager.page.selectOption("#entry", { label: organisation });
    await manager.page.fill("#what", title);
    await manager.page.fill("#lead", contact.name);
    await type(manager, "by", day);
    await press(manager, "Put it on the list");
    await manager.page.locator(".note--green").waitFor();
    return new URL(manager.page.url()).pathname;
  }

  test("the manager writes it by hand, and is told what is missing", async () => {
    await go(manager, "/actions/new");
    await manager.page.fill("#what", what);
    await type(manager, "by", ["29", "2", "2027"]);
    await press(manager, "Put it on the list");
    assert.match(await text(manager), /29 February 2027 does not exist/);
    assert.equal(await manager.page.inputValue("#what"), what, "nothing typed is lost");
    quiet(manager, "an action without an organisation", 422);
    await goodPage(manager, "actions/01-add", { status: 422 });
    page = await add(what, agency, ["3", "2", "2027"]);
    assert.equal(await heading(manager), what);
    await goodEverywhere(manager, "actions/02-one");
  });

  test("its status is said in the board's own words, and two people lose none", async () => {
    await go(second, page);
    await manager.page.locator("label.points__one", { hasText: "Off target, with" }).click();
    await manager.page.fill("#words", "A remedy was agreed at the visit.");
    await press(manager, "Add to history");
    assert.match(await note(manager), /Nothing was overwritten/);
    await second.page.fill("#words", "Raised with the trustees.");
    await press(second, "Add to history");
    const said = await text(second);
    assert.match(said, /Somebody else wrote here while you were writing/);
    assert.match(said, /A remedy was agreed at the visit/, "what the first did is shown");
    assert.equal(await second.page.inputValue("#words"), "Raised with the trustees.");
    quiet(second, "overtaken", 409);
    await goodPage(second, "actions/03-overtaken", { status: 409 });
    await press(second, "Add to history");
    assert.match(await note(second), /Nothing was overwritten/);
    const pill = await second.page.locator(".pill").innerText();
    assert.match(pill, /Off target, with a remedy/, "who only wrote words changed no status");
  });

  test("the organisation finds it on its list and says that it is done", async () => {
    await go(lead, "/list");
    await lead.page.click(`a:has-text("${what}")`);
    assert.equal(await heading(lead), what);
    await press(lead, "Say it");
    quiet(lead, "a report without words", 422);
    await lead.page.check("#said-done");
    await lead.page.fill("#text", "Every session is in the calendar since January.");
    await goodEverywhere(lead, "actions/04-undertaking", { status: 422 });
    await press(lead, "Say it");
    assert.match(await note(lead), /reads it in a moment/);
    assert.doesNotMatch(await text(lead), /Raised with the trustees/, "the board's own words");
    await eventually("the board reads it", async () => {
      await go(manager, page);
      return (await text(manager)).includes("Every session is in the calendar");
    });
    await go(manager, "/actions?show=to_verify");
    assert.match(await text(manager), new RegExp(what));
  });

  test("the board asks again, and the organisation reads what is missing", async () => {
    await go(manager, page);
    const beside = "Their chair rang about the calendar.";
    await manager.page.fill("#words", beside);
    await unfold(manager, "Ask again");
    await press(manager, "Ask again");
    assert.match(await text(manager), /Say what is still missing/);
    quiet(manager, "asking without words", 422);
    assert.equal(await manager.page.inputValue("#words"), beside, "typed beside what was pressed");
    await manager.page.fill("#told", "Send the calendar of February.");
    await press(manager, "Ask again");
    await manager.page.locator(".note--green").waitFor();
    assert.equal(await manager.page.inputValue("#words"), beside);
    await go(lead, "/list");
    assert.match(await text(lead), /Send the calendar of February/);
    await goodPage(lead, "actions/05-asked-again");
  });

  test("it is verified with what was seen, and is on no list of open ones", async () => {
    await go(manager, page);
    const stale = { ...manager, page: await manager.context.newPage() };
    await go(stale, page);
    await unfold(manager, "Verify and close");
    await manager.page.fill("#seen", "The calendar of February, at the visit.");
    await press(manager, "Verify and close");
    assert.match(await note(manager), /Verified and closed/);
    await unfold(stale, "Ask again");
    await stale.page.locator("details[open] [name=told]").fill("And the one of March.");
    await press(stale, "Ask again");
    await stale.page.locator("[role=alert]").waitFor();
    assert.match(await text(stale), /What you wrote\s+And the one of March\./);
    await stale.page.close();
    await goodEverywhere(manager, "actions/06-verified");
    await go(manager, "/actions");
    assert.doesNotMatch(await text(manager), new RegExp(what));
    await go(chair, "/actions?show=closed");
    assert.match(await text(chair), new RegExp(what));
    assert.equal(await chair.page.locator("a:has-text('Add an action')").count(), 0);
    await go(chair, page);
    assert.equal(await chair.page.locator("main form").count(), 0, "the chair reads");
    quiet(chair, "the chair");
  });

  test("a mail asks about another one, and its link works once", async () => {
    await go(manager, "/register/add");
    await manager.page.fill("#name", nursery);
    await manager.page.selectOption("#type", { index: 1 });
    await manager.page.fill("#contact_name", contact.name);
    await manager.page.fill("#contact_email", contact.email);
    await press(manager, "Add it");
    await manager.page.locator(".note--green").waitFor();
    leafletPage = await add(leaflet, nursery, ["12", "3", "2027"]);
    const since = await mailsSoFar();
    await press(manager, "Send the mail");
    assert.match(await note(manager), /works once/);
    const mail = await mailTo(contact.email, { since });
    assert.doesNotMatch(mail.text, /leaflet/, "a mail names no action");
    mailed = linkIn(mail);
    await go(stranger, mailed);
    await go(stranger, mailed);
    assert.equal(await heading(stranger), leaflet, "opening it uses nothing up");
    await goodEverywhere(stranger, "actions/07-mailed");
    await press(stranger, "Send this to the board");
    quiet(stranger, "an answer without one", 422);
    await stranger.page.check("#said-not");
    await stranger.page.fill("#words", "At the printer's.");
    await type(stranger, "new", ["31", "12", "2027"]);
    await press(stranger, "Send this to the board");
    assert.match(await heading(stranger), /Thank you/);
    await goodPage(stranger, "actions/08-said");
    await go(stranger, mailed);
    assert.match(await text(stranger), /worked once and is used up/);
    assert.doesNotMatch(await text(stranger), /leaflet/);
  });

  test("the answer stands in the history by mailed link, and the board moves the day", async () => {
    await eventually("the board reads it", async () => {
      await go(manager, leafletPage);
      return (await text(manager)).includes("At the printer");
    });
    assert.match(await text(manager), /by mailed link, Rae Dunmore/);
    await type(manager, "by", ["31", "12", "2027"]);
    await manager.page.fill("#words", "The printer needs until then.");
    await press(manager, "Add to history");
    assert.match(await text(manager), /first 12 March 2027/);
    await goodPage(manager, "actions/09-moved");
  });

  test("the list filters, sorts and goes along; the plan holds what is over as well", async () => {
    await go(manager, "/actions");
    await goodEverywhere(manager, "actions/10-list");
    await unfold(manager, "Choose which to show");
    await manager.page.fill("#q", "printer or nobody");
    await press(manager, "Show");
    assert.match(await text(manager), /None here/);
    await go(manager, "/actions?q=complaints&sort=lead");
    assert.match(await text(manager), new RegExp(leaflet));
    const file = await manager.context.request.get(
      new URL("/actions.csv", manager.page.url()).href,
    );
    assert.match(await file.text(), new RegExp(leaflet));
    await go(manager, "/actions/plan");
    const plan = await text(manager);
    assert.match(plan, new RegExp(what));
    assert.match(plan, new RegExp(leaflet));
    await goodEverywhere(manager, "actions/11-plan");
    quiet(manager, "the list and the plan");
  });

  test("what was put on the list is closed, and its link explains itself", async () => {
    await go(manager, leafletPage);
    const since = await mailsSoFar();
    await press(manager, "Send the mail");
    const link = linkIn(await mailTo(contact.email, { since }));
    await go(manager, leafletPage);
    await unfold(manager, "Close without verifying");
    await manager.page.fill("#told-close", "It is in every site by now.");
    await press(manager, "Close it");
    await manager.page.locator(".note--green").waitFor();
    await go(stranger, link);
    assert.match(await heading(stranger), /Nothing is asked any more/);
    quiet(stranger, "a link that is over");
    quiet(manager, "closing");
  });
});
