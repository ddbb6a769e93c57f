// A day of a board's assistant: asks an organisation about its return and closes what was answered,
// notes a visit, keeps an action, and is stopped where the manager decides. Then the pages of its
// chair, who reads all of it and has nothing to press but a receipt.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { deliveries, ensureSent, force, party, requestsOf, whoIs } from "./support/stack.mjs";

const board = "eldervale";
const organisation = party(force).profile.name;
const action = "Name who stands in for the lead";
const asked = "Who stands in when your lead is on leave?";
const text = (who) => who.page.locator("main").innerText();
const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
const note = (who) => who.page.locator("main .note--green").first().waitFor();
const status = async (who, path) => (await go(who, path)).status();
const row = (who, words) => who.page.locator("main tbody tr", { hasText: words }).first();

async function type(who, id, [day, month, year]) {
  await who.page.fill(`[name='${id}_day']`, day);
  await who.page.fill(`[name='${id}_month']`, month);
  await who.page.fill(`[name='${id}_year']`, year);
}

async function returnOfForce() {
  await ensureSent();
  const { name } = party(board).profile;
  return `/returns/${(await deliveries()).find((one) => one.board.name === name).return}`;
}

describe("a day of an assistant", () => {
  let browser, assistant, lead, held, request;

  before(async () => {
    held = await returnOfForce();
    request = (await requestsOf(force)).get(board);
    browser = await openBrowser();
    assistant = await person(browser, { viewport: "tablet" });
    lead = await person(browser);
    await signIn(assistant, whoIs(board, "assistant"));
    await signIn(lead, whoIs(force, "lead"));
  });
  after(() => browser?.close());

  test("begins at the home, with what waits for the board", async () => {
    assert.equal(new URL(assistant.page.url()).pathname, "/board");
    assert.match(await text(assistant), /Waiting for us/);
    assert.equal(await assistant.page.locator("nav a:has-text('People')").count(), 0);
    await goodEverywhere(assistant, "office/01-home");
  });

  test("asks an organisation about its return, and closes what was answered", async () => {
    await go(assistant, `/threads/new?request=${request}`);
    await press(assistant, "Send the question");
    await assistant.page.locator(".govuk-error-summary").waitFor();
    quiet(assistant, "a question without words", 422);
    await assistant.page.fill("#words", asked);
    await press(assistant, "Send the question");
    await assistant.page.locator("main", { hasText: asked }).waitFor();
    await goodEverywhere(assistant, "office/02-asked");
    const thread = new URL(assistant.page.url()).pathname;
    await go(lead, "/asked");
    await row(lead, asked).locator("a").first().click();
    assert.match(await text(lead), new RegExp(whoIs(board, "assistant").name));
    await lead.page.fill("#words", "Inspector Hale, since January.");
    await press(lead, "Send");
    await go(assistant, "/questions");
    assert.match(await row(assistant, organisation).innerText(), /Inspector Hale/);
    await go(assistant, thread);
    await press(assistant, "Close it");
    await assistant.page.locator(".pill-row", { hasText: "Closed" }).waitFor();
    await goodPage(assistant, "office/03-closed");
  });

  test("notes a visit", async () => {
    await go(assistant, "/support/new");
    await assistant.page.locator("label[for=kind-0]").click();
    await type(assistant, "on", ["9", "3", "2027"]);
    const entry = assistant.page.locator("label.chk, .govuk-checkboxes__label", {
      hasText: organisation,
    });
    await entry.first().click();
    await assistant.page.fill("#notes", "Looked at the rota together.");
    await press(assistant, "Note it");
    await row(assistant, "9 March 2027").waitFor();
    await goodPage(assistant, "office/04-support");
  });

  test("puts an action on the list and says how it stands", async () => {
    await go(assistant, "/actions/new");
    await assistant.page.selectOption("#entry", { label: organisation });
    await assistant.page.fill("#what", action);
    await assistant.page.fill("#lead", "Ruth Amory");
    await type(assistant, "by", ["30", "4", "2027"]);
    await press(assistant, "Put it on the list");
    await note(assistant);
    await assistant.page.locator("label.points__one").first().click();
    await assistant.page.fill("#words", "Named in the letter of 9 March.");
    await press(assistant, "Add to history");
    await note(assistant);
    assert.match(await text(assistant), /Named in the letter of 9 March/);
    await goodEverywhere(assistant, "office/05-action");
  });

  test("opens what was sent, and is stopped where the manager decides", async () => {
    await go(assistant, held);
    assert.equal(await heading(assistant), organisation);
    assert.equal(await assistant.page.locator('a:has-text("Ask a member")').count(), 0);
    await goodPage(assistant, "office/06-return");
    for (const page of ["/waves/new", "/board/people", "/board/trail", "/board/sight/new"]) {
      assert.equal(await status(assistant, page), 403, page);
      quiet(assistant, page, 403);
    }
    assert.equal(await status(assistant, "/register.csv"), 403);
    quiet(assistant, "a list along", 403);
  });

  test("is nothing to another board, nor to the organisation's colleagues elsewhere", async () => {
    const other = await person(browser);
    await signIn(other, whoIs("kingsreach", "assistant"));
    for (const page of ["/actions", "/support", "/questions"]) {
      await go(other, page);
      const said = await text(other);
      for (const words of [action, asked, "Looked at the rota"]) {
        assert.ok(!said.includes(words), `${page}: ${words}`);
      }
    }
    assert.equal(await status(other, held), 404);
    quiet(other, "another board's return", 404);
    await other.context.close();
  });
});

describe("the pages of a chair", () => {
  let browser, chair, plain, held;
  const lists = ["/board", "/register", "/waves", "/returns", "/actions", "/actions/plan"];
  const more = ["/questions", "/guidance", "/support", "/support/who", "/contacts", "/reminders"];
  const rest = ["/reminders/chair", "/evidence-asked", "/samples", "/plans", "/training-needs"];
  const quietly = ["/peer-reviews", "/evaluation/differences", "/board/sight", "/board/rights"];

  before(async () => {
    held = await returnOfForce();
    browser = await openBrowser();
    chair = await person(browser);
    plain = await person(browser, { viewport: "tablet", script: false });
    await signIn(chair, whoIs(board, "chair"));
    await signIn(plain, whoIs(board, "chair"));
  });
  after(() => browser?.close());

  // What the chair may send; everything else is read.
  const allowed = [/\/acknowledge$/, /\/second-look$/, /\/evaluation\/items\//, /^\/sign-out/];
  async function nothingToPress(who, path) {
    const forms = await who.page
      .locator('main form[method="post"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute("action")));
    const foreign = forms.filter((one) => !allowed.some((known) => known.test(one)));
    assert.deepEqual(foreign, [], path);
    assert.equal(await who.page.locator('a:has-text("CSV")').count(), 0, `${path}: a file`);
  }

  for (const path of [...lists, ...more, ...rest, ...quietly]) {
    test(`${path} is there to read`, async () => {
      assert.equal(await status(chair, path), 200);
      await nothingToPress(chair, path);
      await goodPage(chair, `office/chair${path.replaceAll("/", "-")}`);
    });
  }

  test("an organisation, an action and a return are read whole", async () => {
    for (const [list, words] of [
      ["/register", organisation],
      ["/actions", action],
      ["/returns", organisation],
    ]) {
      await go(chair, list);
      await row(chair, words).locator("a").first().click();
      await chair.page.locator("h1", { hasText: words }).waitFor();
      await nothingToPress(chair, list);
      await goodPage(chair, `office/chair-one${list.replace("/", "-")}`);
    }
    for (const part of ["/evaluation", "/evidence", "/samples", "/plan"]) {
      const answer = await status(chair, `${held}${part}`);
      if (answer === 200) await nothingToPress(chair, part);
      else quiet(chair, part, answer);
      assert.ok([200, 403].includes(answer), `${part}: ${answer}`);
    }
  });

  test("what needs a hand is refused in words", async () => {
    for (const path of ["/actions/new", "/waves/new", "/support/new", "/board/people"]) {
      assert.equal(await status(chair, path), 403, path);
      quiet(chair, path, 403);
    }
    assert.match(await text(chair), /your role|not permitted|manager/i);
  });

  test("works without JavaScript", async () => {
    for (const path of ["/board", "/returns", "/reminders/chair", held]) {
      assert.equal(await status(plain, path), 200, path);
    }
    await goodPage(plain, "office/chair-plain");
  });
});
