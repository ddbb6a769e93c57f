// A board makes a report: drafted, written by two people who come in each other's way, finished,
// signed, taken along; and all of it without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage } from "./support/checks.mjs";
import { ensureSent, eventually, origin, whoIs } from "./support/stack.mjs";

const board = "harrowmere";
const main = (who) => who.page.locator("main");

describe("a board reports", () => {
  let browser, manager, other, report;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    manager = await person(browser);
    other = await person(browser, { javaScriptEnabled: false });
    await signIn(manager, whoIs(board, "manager"));
    await signIn(other, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  test("a highlight report of last month is drafted from the records", async () => {
    await go(manager, "/reports");
    await goodEverywhere(manager, "reports/01-none");
    await manager.page.click("text=Make a report");
    await goodEverywhere(manager, "reports/02-kind");
    await manager.page.check("#kind-highlight");
    await manager.page.click("main form button");
    await goodEverywhere(manager, "reports/03-period");
    await manager.page.click("main form button");
    await manager.page.waitForURL(/\/reports\/[0-9a-f-]{36}\?saved=made$/);
    report = new URL(manager.page.url()).pathname;
    assert.match(await main(manager).innerText(), /Draft 1/);
    await goodEverywhere(manager, "reports/04-draft");
  });

  test("who was overtaken sees both texts and loses none", async () => {
    await go(other, report);
    await manager.page.locator("main textarea").first().fill("Written first.");
    await manager.page.locator("main section form button").first().click();
    await other.page.locator("main textarea").first().fill("<script>Written second.</script>");
    await other.page.locator("main section form button").first().click();
    assert.match(await heading(other), /saved meanwhile$/);
    assert.match(await main(other).innerText(), /Written first\.[\s\S]*Written second\./);
    await goodPage(other, "reports/05-both");
    await other.page.locator("main form button").first().click();
    assert.match(await main(other).innerText(), /Saved at/);
  });

  test("it is finished, signed and made into a web page, without JavaScript", async () => {
    for (const box of await other.page.locator("main textarea").all()) {
      if ((await box.inputValue()).trim() !== "") continue;
      await box.fill("Nothing to say.");
      await box.locator("xpath=ancestor::form//button").click();
    }
    await other.page.click("text=Finish version 1");
    assert.match(await main(other).innerText(), /This version stays as it is/);
    await other.page.fill("#name", "Jo Marsh");
    await other.page.fill("#role", "Independent chair");
    const today = (await main(other).innerText()).match(/Finished on (\d+) (\w+) (\d{4})/);
    const month = new Date(`${today[2]} 1 2000`).getMonth() + 1;
    await other.page.fill("#on", today[1]);
    await other.page.fill("#on-month", String(month));
    await other.page.fill("#on-year", today[3]);
    await other.page.click("text=Note the signature");
    assert.match(await main(other).innerText(), /Signed off on/);
    await other.page.click("main >> text=Take it along");
    await other.page.click('main li:has-text("Web page") button');
    await eventually("the file is ready", async () => {
      await other.page.reload();
      return other.page.locator('main li:has-text("Web page") >> text=Download').count();
    });
    const href = await other.page
      .locator('main li:has-text("Web page") a')
      .getAttribute("href");
    const answer = await other.context.request.get(`${origin}${href}`);
    const file = await answer.text();
    assert.equal(answer.headers()["content-disposition"].startsWith("attachment"), true);
    assert.match(file, /Jo Marsh/);
    assert.doesNotMatch(file, /<script>Written/);
    await goodPage(other, "reports/06-files");
  });
});
