// Who may see: a board lets a council's children's lead read in parts, and takes it back; what its
// assistant, its chair and its member see and may do; and who takes lists along.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { ensureSent, force, origin, party, whoIs } from "./support/stack.mjs";

const board = "westmarch";
const council = "thornmere-council";
const words = (who) => who.page.locator("main").innerText();
const press = (who) => who.page.click("main form button");
const status = async (who, path) => (await go(who, path)).status();

async function typeDay(who, id, [day, month, year]) {
  await who.page.fill(`#${id}`, day);
  await who.page.fill(`#${id}-month`, month);
  await who.page.fill(`#${id}-year`, year);
}

describe("what a council sees", () => {
  let browser, manager, looker, plain, lead, number, base, opened;
  const boardName = party(board).profile.name;
  const councilName = party(council).profile.name;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    manager = await person(browser);
    looker = await person(browser);
    plain = await person(browser, { viewport: "tablet", script: false });
    lead = await person(browser, { viewport: "tablet" });
    await signIn(manager, whoIs(board, "manager"));
    await signIn(looker, whoIs(council, "childrens_lead"));
    await signIn(plain, whoIs(council, "childrens_lead"));
    await signIn(lead, whoIs(force, "lead"));
  });
  after(() => browser?.close());

  test("is nothing until a board grants it", async () => {
    assert.equal(new URL(looker.page.url()).pathname, "/sight");
    assert.equal(await heading(looker), "No board lets you see anything yet");
    number = await looker.page.locator(".app-secret").innerText();
    assert.match(number, /^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    await goodEverywhere(looker, "sight/01-nothing");
    assert.equal(await status(looker, "/board"), 403);
    assert.equal(await status(looker, "/home"), 403);
    quiet(looker, "other people's homes", 403);
  });

  test("is granted by the manager, who is told what is missing", async () => {
    await go(manager, "/board");
    await manager.page.click('nav a:has-text("Sight")');
    await goodEverywhere(manager, "sight/02-none");
    await manager.page.click('a:has-text("Let a council see")');
    await manager.page.fill("#number", "nothing of that kind");
    await manager.page.fill("#words", "For the joint inspection");
    await typeDay(manager, "until", ["31", "6", "2027"]);
    await press(manager);
    assert.equal(await manager.page.inputValue("#number"), "nothing of that kind");
    assert.equal(await manager.page.inputValue("#words"), "For the joint inspection");
    assert.match(await words(manager), /Tick at least one part/);
    assert.match(await words(manager), /31 June/);
    await goodEverywhere(manager, "sight/03-missing", { status: 422 });
    quiet(manager, "a grant without parts", 422);
    await manager.page.fill("#number", number.toLowerCase().replaceAll("-", " "));
    for (const part of ["figures", "returns"]) {
      await manager.page.check(`input[name="parts"][value="${part}"]`, { force: true });
    }
    await typeDay(manager, "until", ["30", "6", "2027"]);
    await press(manager);
    assert.equal(await heading(manager), "Sight");
    assert.match(await words(manager), new RegExp(councilName));
    await goodEverywhere(manager, "sight/04-granted");
  });

  test("is a home across boards, and of each the parts that were granted", async () => {
    await go(looker, "/");
    assert.equal(await heading(looker), "One board lets you see");
    await goodEverywhere(looker, "sight/05-home");
    await looker.page.click(`main h2 a:has-text("${boardName}")`);
    base = new URL(looker.page.url()).pathname;
    const parts = await looker.page.locator("main li h2 a").allInnerTexts();
    assert.deepEqual(parts, ["The register, and who is late", "Figures", "Returns themselves"]);
    await goodEverywhere(looker, "sight/06-board");
    for (const other of ["actions", "evaluations"]) {
      assert.equal(await status(looker, `${base}/${other}`), 404);
    }
    quiet(looker, "parts that were not granted", 404);
  });

  test("shows the register, figures and returns, to read", async () => {
    await go(looker, `${base}/register`);
    assert.match(await words(looker), new RegExp(party(force).profile.name));
    assert.equal(await looker.page.locator('a:has-text("CSV")').count(), 0);
    await goodEverywhere(looker, "sight/07-register");
    await looker.page.check('input[name="only"][value="late"]', { force: true });
    await press(looker);
    await goodPage(looker, "sight/08-late");
    await go(looker, `${base}/figures`);
    await goodEverywhere(looker, "sight/09-figures");
    await go(looker, `${base}/returns`);
    await goodEverywhere(looker, "sight/10-returns");
    await looker.page.click(`main tbody th a:has-text("${party(force).profile.name}")`);
    opened = new URL(looker.page.url()).pathname;
    assert.equal(await heading(looker), party(force).profile.name);
    await goodEverywhere(looker, "sight/11-return");
    assert.equal(await looker.page.locator("main form").count(), 0, "nothing to change");
  });

  test("works without JavaScript", async () => {
    for (const page of ["/sight", base, `${base}/register?q=force`, `${base}/returns`]) {
      assert.equal(await status(plain, page), 200);
    }
    await goodPage(plain, "sight/12-plain");
  });

  test("is told to the organisation and to the board", async () => {
    await go(lead, "/seen");
    // Another journey may have begun the clock of the service anew: it need not be the first.
    const row = lead.page.locator("main tbody tr", { hasText: councilName }).first();
    const newest = await row.innerText();
    assert.match(newest, new RegExp(`by leave of ${boardName}`));
    assert.ok(!newest.includes(whoIs(council, "childrens_lead").name), "not who");
    await goodPage(lead, "sight/13-seen");
    await go(manager, "/board/trail");
    assert.match(await words(manager), /A council’s children’s lead/);
    assert.match(await words(manager), /Let a council see/);
  });

  test("ends the moment the board says so", async () => {
    await go(manager, "/board/sight");
    await manager.page.click('main button:has-text("End it now")');
    assert.match(await words(manager), /It has ended/);
    for (const page of [opened, base, `${base}/register`]) {
      assert.equal(await status(looker, page), 404);
    }
    quiet(looker, "what has ended", 404);
    await go(looker, "/sight");
    assert.equal(await heading(looker), "No board lets you see anything yet");
    assert.match(await words(looker), /Ended on/);
    await goodEverywhere(looker, "sight/14-ended");
  });
});

describe("what each of a board may do", () => {
  let browser, manager, assistant, chair, member;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    assistant = await person(browser, { viewport: "tablet" });
    chair = await person(browser);
    member = await person(browser, { viewport: "tablet" });
    await signIn(manager, whoIs(board, "manager"));
    await signIn(assistant, whoIs(board, "assistant"));
    await signIn(chair, whoIs(board, "chair"));
    await signIn(member, whoIs(board, "member"));
  });
  after(() => browser?.close());

  test("an assistant prepares, and neither releases nor keeps people", async () => {
    assert.equal(new URL(assistant.page.url()).pathname, "/board");
    assert.equal(await assistant.page.locator('nav a:has-text("People")').count(), 0);
    assert.equal(await status(assistant, "/actions/new"), 200);
    assert.equal(await status(assistant, "/board/people"), 403);
    assert.equal(await status(assistant, "/waves/new"), 403);
    quiet(assistant, "the manager's pages", 403);
    await go(assistant, "/board/rights");
    assert.equal(await heading(assistant), "Who may do what");
    await goodEverywhere(assistant, "sight/20-rights");
  });

  test("taking a list along is a right of its own, given by name", async () => {
    await go(assistant, "/register");
    assert.equal(await assistant.page.locator('a:has-text("CSV")').count(), 0);
    for (const file of ["/returns.csv", "/guidance.csv", "/support/who.csv", "/register.csv"])
      assert.equal(await status(assistant, file), 403, file);
    assert.match(await words(assistant), /Taking lists along is a right of its own/);
    await goodPage(assistant, "sight/21-no-right", { status: 403 });
    quiet(assistant, "a file without the right", 403);
    await go(manager, "/board/people");
    await manager.page.click(`main a:has-text("${whoIs(board, "assistant").name}")`);
    await goodEverywhere(manager, "sight/22-colleague");
    await manager.page.click('main button:has-text("Let them take lists along")');
    assert.match(await words(manager), /They may take lists along/);
    await goodEverywhere(manager, "sight/23-people");
    await go(assistant, "/register");
    assert.equal(await assistant.page.locator('a:has-text("CSV")').count(), 1);
    const taken = await assistant.context.request.get(`${origin}/register.csv`);
    assert.equal(taken.status(), 200);
    const rows = (await taken.text()).trim().split("\n").length - 1;
    await go(manager, "/board/trail");
    assert.match(await words(manager), new RegExp(`Took the register along\\s+${rows} rows?`));
    await go(manager, "/board/people");
    await manager.page.click(`main a:has-text("${whoIs(board, "assistant").name}")`);
    await manager.page.click('main button:has-text("Take this right back")');
    assert.equal(await status(assistant, "/register.csv"), 403);
    quiet(assistant, "a file after the right has gone", 403);
  });

  test("a chair reads, and asks for nothing", async () => {
    assert.equal(new URL(chair.page.url()).pathname, "/board");
    await goodPage(chair, "sight/24-chair");
    for (const page of ["/register", "/returns", "/actions", "/board/sight", "/reminders/chair"]) {
      assert.equal(await status(chair, page), 200, page);
      assert.equal(await chair.page.locator('a:has-text("CSV")').count(), 0, page);
    }
    await go(chair, "/returns");
    await chair.page.locator("main tbody th a").first().click();
    const evidence = chair.page.locator('main a:has-text("Evidence")').first();
    if ((await evidence.count()) > 0) {
      await evidence.click();
      assert.equal(await chair.page.locator('summary:has-text("Ask to see it")').count(), 0);
    }
    assert.equal(await status(chair, "/board/sight/new"), 403);
    quiet(chair, "the manager's pages", 403);
  });

  test("a member reads what was named for review, and nothing else", async () => {
    assert.equal(new URL(member.page.url()).pathname, "/reviews");
    await goodPage(member, "sight/25-member");
    for (const page of ["/board", "/register", "/returns", "/actions", "/board/rights"]) {
      assert.equal(await status(member, page), 403, page);
    }
    quiet(member, "the board's pages", 403);
  });
});
