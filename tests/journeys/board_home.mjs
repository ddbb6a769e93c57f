// A board’s first page: every figure opens the list of what it counts, and says of how many.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, quiet } from "./support/checks.mjs";
import { ensureSent, whoIs } from "./support/stack.mjs";

const boards = ["eldervale", "tarnbridge", "harrowmere"];
const newcomer = "Zennor Tern Nursery";

// How many a list says that it has.
async function total(who) {
  const words = await who.page.locator(".app-actions-row > b").first().innerText();
  return /^No /.test(words) ? 0 : Number(words.replaceAll(",", "").split(" ")[0]);
}

async function managerOf(browser, board) {
  const manager = await person(browser);
  await signIn(manager, whoIs(board, "manager"));
  return manager;
}

async function links(who, selector) {
  const all = [];
  for (const item of await who.page.locator(selector).all()) {
    const link = item.locator("a");
    all.push({
      text: await link.innerText(),
      of: await item.innerText(),
      href: await link.getAttribute("href"),
    });
  }
  return all;
}

describe("a board's first page", () => {
  let browser;
  const seen = { kinds: 0, figures: 0 };

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const board of boards) {
    test(`says what waits for ${board}, and each figure is what its list shows`, async () => {
      const manager = await managerOf(browser, board);
      await go(manager, "/board");
      await goodEverywhere(manager, `board_home/${board}`);
      const kinds = await links(manager, "ul.kinds li");
      for (const { text, of, href } of kinds) {
        const count = Number(text.split(" ")[0]);
        const all = Number(/ of (\d+) /.exec(of)?.[1]);
        assert.ok(count > 0 && count <= all, of);
        await go(manager, href);
        const rows = await manager.page.locator('tbody tr:has(th[scope="row"])').count();
        assert.equal(rows, Math.min(count, 50), `${board}: ${text} at ${href}`);
      }
      seen.kinds += kinds.length;
      quiet(manager, "the lists of what waits");
      await manager.context.close();
    });

    test(`has seven figures of ${board}, each as many as its list shows`, async () => {
      const manager = await managerOf(browser, board);
      await go(manager, "/board");
      const figures = await links(manager, ".stats--seven li");
      assert.equal(figures.length, 7, board);
      for (const { of, href } of figures) {
        const [count, all] = /(\d+)\s*of (\d+)/.exec(of).slice(1).map(Number);
        assert.ok(count <= all, of);
        await go(manager, href);
        assert.equal(await total(manager), count, `${board}: ${of} at ${href}`);
        seen.figures += count;
      }
      quiet(manager, "the lists of figures");
      await manager.context.close();
    });
  }

  test("has something to hold: returns came in, and some of it waits", () => {
    assert.ok(seen.kinds > 0, "nothing waits for any of these boards");
    assert.ok(seen.figures >= boards.length, "no figure counts anything");
  });

  test("says who is not invited, or falls due, of how many, and opens exactly those", async () => {
    const manager = await managerOf(browser, "harrowmere");
    await go(manager, "/register/add");
    await manager.page.fill("#name", newcomer);
    await manager.page.selectOption("#type", "school");
    await manager.page.click('button:has-text("Add it")');
    await manager.page.locator(".note--green").waitFor();
    const entry = new URL(manager.page.url()).pathname;
    for (const needs of ["not_invited", "due"]) {
      await go(manager, "/board");
      const hint = manager.page.locator(`.note a[href*="needs=${needs}"]`);
      const words = await hint.innerText();
      const [count, all] = /^(\d+) of (\d+) /.exec(words).slice(1).map(Number);
      assert.ok(count > 0 && count <= all, words);
      await hint.click();
      await manager.page.locator("h1").waitFor();
      assert.equal(await total(manager), count, words);
      await go(manager, `/register?needs=${needs}&q=${encodeURIComponent(newcomer)}`);
      assert.equal(await total(manager), 1, "who was never done, nor invited, is among them");
    }
    await go(manager, `${entry}/close`);
    await manager.page.click('button:has-text("Close it")');
    await manager.page.locator(".note--green").waitFor();
    for (const needs of ["not_invited", "due"]) {
      await go(manager, `/register?needs=${needs}&q=${encodeURIComponent(newcomer)}`);
      assert.equal(await total(manager), 0, "who has closed is in no figure");
    }
    quiet(manager, "the hints");
    await manager.context.close();
  });

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
