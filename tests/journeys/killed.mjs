// The gateway dies while somebody writes: in the middle of saving by itself, and under a pressed
// button. When it is back everything that was typed is there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodPage } from "./support/checks.mjs";
import { freezeGateway, killGateway, startGateway } from "./support/gateway.mjs";
import { eventually, force, origin, somebody } from "./support/stack.mjs";

const path = "/questions/C8.4";

describe("the gateway is killed", () => {
  let browser, colm;

  before(async () => {
    browser = await openBrowser();
    colm = await person(browser);
    await signIn(colm, somebody("colm-harte", force));
  });
  after(() => browser?.close());

  const status = (words) => colm.page.locator("[data-save-status]", { hasText: words }).waitFor();

  test("while it saves by itself: it is said, and saved when the gateway is back", async () => {
    await go(colm, path);
    const typed = `${await colm.page.inputValue("#describes")}\nTyped before it was killed.`.trim();
    freezeGateway();
    await colm.page.fill("#describes", typed);
    await status(/Saving/);
    await killGateway();
    await status(/Not saved/);
    // The browser says that nobody answered: that is what was wanted.
    colm.complaints.splice(0);
    await goodPage(colm, "killed/not-saved");
    await startGateway();
    await status(/Saved at/);
    const other = await person(browser);
    await signIn(other, somebody("colm-harte", force));
    await go(other, path);
    assert.equal(await other.page.inputValue("#describes"), typed);
    await other.context.close();
  });

  test("under a pressed button: the words come back and are saved", async () => {
    await go(colm, path);
    const typed = `${await colm.page.inputValue("#describes")}\nTyped under the button.`.trim();
    await colm.page.fill("#describes", typed);
    freezeGateway();
    await colm.page.click("button[name=go][value=stay]", { noWaitAfter: true });
    await killGateway();
    await eventually("the browser gave up", async () => {
      const where = await colm.page.evaluate(() => window.location.href).catch(() => "");
      return !where.startsWith(origin);
    });
    await startGateway();
    await go(colm, path);
    await colm.page.click('button:has-text("Put them back")');
    assert.equal(await colm.page.inputValue("#describes"), typed);
    await status(/Saved at/);
    await go(colm, path);
    assert.equal(await colm.page.inputValue("#describes"), typed);
    assert.equal(await colm.page.locator('button:has-text("Put them back")').count(), 0);
  });
});
