// A board’s first page: every figure opens the list of what it counts, and says of how many.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, quiet } from "./support/checks.mjs";
import { whoIs } from "./support/stack.mjs";

const boards = ["eldervale", "tarnbridge", "harrowmere"];

describe("a board's first page", () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const board of boards) {
    test(`says what waits for ${board}, and each figure is what its list shows`, async () => {
      const manager = await person(browser);
      await signIn(manager, whoIs(board, "manager"));
      await go(manager, "/board");
      await goodEverywhere(manager, `board_home/${board}`);
      const kinds = [];
      for (const item of await manager.page.locator("ul.kinds li").all()) {
        const link = item.locator("a");
        kinds.push({
          text: await link.innerText(),
          of: await item.innerText(),
          href: await link.getAttribute("href"),
        });
      }
      for (const { text, of, href } of kinds) {
        const count = Number(text.split(" ")[0]);
        const all = Number(/ of (\d+) /.exec(of)?.[1]);
        assert.ok(count > 0 && count <= all, of);
        await go(manager, href);
        const rows = await manager.page.locator('tbody tr:has(th[scope="row"])').count();
        assert.equal(rows, Math.min(count, 50), `${board}: ${text} at ${href}`);
      }
      quiet(manager, "the lists of what waits");
      await manager.context.close();
    });
  }

  test("is read without a script, with what goes out this week", async () => {
    const manager = await person(browser, { script: false, viewport: "tablet" });
    await signIn(manager, whoIs("harrowmere", "manager"));
    await go(manager, "/board");
    const week = manager.page.locator('section[aria-labelledby="week-h"]');
    assert.match(await week.innerText(), /What goes out this week/);
    const off = week.locator('a:has-text("Set them up")');
    const all = week.locator('a:has-text("All of this week")');
    assert.equal((await off.count()) + (await all.count()), 1);
    await manager.context.close();
  });
});
