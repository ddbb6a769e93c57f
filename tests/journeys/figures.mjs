// A board looks at its figures: pictures with their tables, who stands where, what changed, what
// was spared; of one exercise or another, on screen, on paper and as a file.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage } from "./support/checks.mjs";
import { ensureSent, origin, whoIs } from "./support/stack.mjs";

const board = "harrowmere";
const words = (who) => who.page.locator("main").innerText();

describe("a board looks at its figures", () => {
  let browser, manager, plain, assistant;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    manager = await person(browser);
    plain = await person(browser, { viewport: "phone", script: false });
    assistant = await person(browser);
    await signIn(manager, whoIs(board, "manager"));
    await signIn(plain, whoIs("westmarch", "manager"));
    await signIn(assistant, whoIs(board, "assistant"));
  });
  after(() => browser?.close());

  test("they are reached from the board's home, of the exercise that it shows", async () => {
    await go(manager, "/board");
    await manager.page.click("main >> text=Its figures");
    assert.match(await heading(manager), /^Figures: /);
    assert.match(new URL(manager.page.url()).search, /^\?exercise=[0-9a-f-]{36}$/);
    assert.match(await words(manager), /\d+ of \d+ \(\d+%\) returns? (is|are) in\./);
    await goodEverywhere(manager, "figures/01-figures");
  });

  test("every picture is a picture, says what it shows, and has its table", async () => {
    const drawn = await manager.page.locator("main .or-drawn").all();
    assert.ok(drawn.length > 0);
    for (const each of drawn) {
      const picture = each.locator("img");
      assert.match(await picture.getAttribute("alt"), /\d/);
      assert.ok(await picture.evaluate((e) => e.complete && e.naturalWidth > 0), "it is drawn");
      assert.ok((await each.locator("tbody tr").count()) > 0, "its table stands beside it");
    }
  });

  test("each heading says what there is, or why there is nothing", async () => {
    const text = await words(manager);
    for (const one of [
      "Response rate over time",
      "Grades given",
      "Standards by organisation",
      "How old actions are",
      "Direction of travel",
      "What was spared",
    ]) {
      assert.ok(text.includes(one), one);
    }
    assert.match(text, /no exercise before this one|could be compared|No return with grades/);
    assert.match(text, /Counted, not estimated|Nothing to count yet/);
  });

  test("cells of the heat table say in words what their shade says", async () => {
    const cells = manager.page.locator("main td[class^=or-heat-]");
    for (const cell of await cells.all()) {
      assert.match(await cell.innerText(), /^\d+ of \d+$|no grade yet|not asked/);
    }
  });

  test("a table is taken along by who may, and nobody else is offered it", async () => {
    const link = manager.page.locator("main a[href^='/figures.csv']").first();
    const answer = await manager.context.request.get(`${origin}${await link.getAttribute("href")}`);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()["content-type"], /^text\/csv/);
    assert.ok((await answer.text()).split("\n").length > 2);
    await go(assistant, "/figures");
    assert.equal(await assistant.page.locator("main a[href^='/figures.csv']").count(), 0);
    await goodPage(assistant, "figures/02-assistant");
  });

  test("an exercise of another board, or none at all, is not found", async () => {
    const mine = new URL(manager.page.url()).search;
    assert.equal((await go(plain, `/figures${mine}`)).status(), 404);
    assert.equal((await go(plain, "/figures?exercise=nonsense")).status(), 404);
    plain.complaints.splice(0);
    assert.equal((await go(plain, "/figures")).status(), 200);
    await goodPage(plain, "figures/03-plain");
  });
});
