// Each of the five boards reads what came, in its own form, and gives its receipt for it. None of
// them can see that there are others.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { foreignMarkers } from "../../tools/demo/leaks.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import {
  boardsOfForce,
  deliveries,
  ensureSent,
  force,
  markers,
  party,
  whoIs,
} from "./support/stack.mjs";

const nowhere = "00000000-0000-8000-8000-000000000001";

describe("the boards' journeys", () => {
  let browser, returns;

  before(async () => {
    await ensureSent();
    returns = new Map((await deliveries()).map((one) => [one.board.name, one.return]));
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const board of boardsOfForce) {
    describe(board.profile.name, () => {
      let reader, own;
      const { code } = board;

      before(async () => {
        reader = await person(browser);
        own = returns.get(board.profile.name);
        await signIn(reader, whoIs(code, "manager"));
      });
      after(() => reader.context.close());

      test("lists what it asked for and what has come", async () => {
        await go(reader, "/returns");
        assert.match(await heading(reader), /returns? asked for, \d+ in$/);
        const row = reader.page.locator("tbody tr", { hasText: party(force).profile.name });
        assert.match(await row.innerText(), /With us now|Acknowledged/);
        await seesNoOther(reader, code);
        const check = code === "eldervale" ? goodEverywhere : goodPage;
        await check(reader, `boards/07-returns-${code}`);
      });

      test("reads the return in its own form, each box with its sources", async () => {
        await reader.page.click(`a:has-text("${party(force).profile.name}")`);
        await seesNoOther(reader, code);
        await formOf[code](reader.page);
        const everywhere = ["eldervale", "harrowmere"].includes(code);
        await (everywhere ? goodEverywhere : goodPage)(reader, `boards/09-return-${code}`);
        await reader.page.locator("a.whylink").first().click();
        await reader.page.locator("#account .chain").waitFor();
        await seesNoOther(reader, code);
        quiet(reader, code);
      });

      test("acknowledges it once and has a receipt that anybody can check", async () => {
        await go(reader, `/returns/${own}`);
        const button = reader.page.locator('button:has-text("Acknowledge")');
        if (await button.count()) await button.click();
        await reader.page.locator(".pill-row", { hasText: "Acknowledged" }).waitFor();
        assert.equal(await button.count(), 0);
        await go(reader, `/returns/${own}/receipt`);
        await seesNoOther(reader, code);
        const eyebrow = await reader.page.locator(".app-eyebrow").innerText();
        const receipt = eyebrow.split(" ").pop();
        const hash = await reader.page.locator(".hash").innerText();
        if (code === "eldervale") await goodEverywhere(reader, "boards/06c-receipt");
        const passer = await person(browser);
        await go(passer, `/verify/${receipt}`);
        assert.equal(await heading(passer), "This receipt is genuine");
        assert.equal(await passer.page.locator(".hash").innerText(), hash);
        await seesNoOther(passer, code);
        if (code === "eldervale") await goodEverywhere(passer, "boards/16-verified");
        quiet(passer, "verifying");
        await passer.context.close();
      });

      test("finds nothing at another board's address, as at one that never was", async () => {
        const others = [...returns].filter(([name]) => name !== board.profile.name);
        const never = await missing(reader, `/returns/${nowhere}`);
        for (const [, foreign] of others) {
          assert.equal(await missing(reader, `/returns/${foreign}`), never);
          assert.equal(await missing(reader, `/returns/${foreign}/receipt`), never);
        }
        if (code === "eldervale") {
          await goodEverywhere(reader, "boards/15-not-here", { status: 404 });
        }
        for (const page of ["/home", "/check", "/sent", "/authorise", "/questions/C1.1"]) {
          const answer = await go(reader, page);
          assert.ok([403, 404].includes(answer.status()), `${page}: ${answer.status()}`);
          assert.ok(!(await reader.page.content()).includes(party(force).profile.name));
        }
        quiet(reader, code, 404, 403);
      });
    });
  }

  test("anybody can ask about a receipt; one that never was is not known", async () => {
    const passer = await person(browser);
    await go(passer, "/verify");
    await goodEverywhere(passer, "boards/16-verify-ask");
    await passer.page.fill("#code", "AAAAAAAAAAAAAAAAAAAA");
    await passer.page.click("main button");
    assert.equal(await heading(passer), "We know no receipt with this number");
    await goodEverywhere(passer, "boards/16-verify-unknown", { status: 404 });
  });

  test("a board reads without script too", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    await signIn(plain, whoIs("eldervale", "manager"));
    await goodPage(plain, "plain/07-returns");
    await plain.page.click(`a:has-text("${party(force).profile.name}")`);
    await plain.page.locator("a.whylink").first().click();
    await plain.page.locator("#account .chain").waitFor();
    await goodPage(plain, "plain/09-return");
  });
});

// What each form must show, by its own structure.
const formOf = {
  westmarch: async (page) => {
    assert.equal(await page.locator(".sheet .light").count(), 0);
    assert.equal(await page.locator('.sheet th[scope=row][data-l="Item"]').count(), 45);
  },
  kingsreach: async (page) => {
    assert.equal(await page.locator(".sheet .light").count(), 0);
    assert.equal(await page.locator(".sheet a.whylink").count(), 16);
  },
  eldervale: async (page) => {
    const lights = await page.locator(".sheet .light").allInnerTexts();
    assert.equal(lights.length, 8);
    assert.ok(
      lights.every((one) => /Red|Amber|Green/.test(one)),
      lights.join(),
    );
    const demanded = lights.filter((one) => /Red|Amber/.test(one)).length;
    const actions = await page.locator('.sheet table:has(caption:text-matches("^Actions"))').all();
    const filled = await Promise.all(
      actions.map(async (one) => !/None\./.test(await one.locator("tbody").innerText())),
    );
    assert.ok(filled.filter(Boolean).length >= demanded, `${demanded} lights demand an action`);
  },
  harrowmere: async (page) => {
    const items = await page.locator('.sheet th[scope=row][data-l="Item"]').count();
    assert.equal(items, 60);
    const grades = page.locator(".sheet td", { hasText: "For the board to fill in" });
    assert.equal(await grades.count(), 60, "every grade is empty");
    assert.equal(await page.locator(".sheet .light").count(), 0);
    const details = await page.locator(".sheet table").first().innerText();
    assert.ok(details.includes(party(force).profile.name) && !details.includes("Left empty"));
  },
  tarnbridge: async (page) => {
    const grades = await page.locator(".sheet .light").allInnerTexts();
    assert.equal(grades.length, 60);
    assert.ok(
      grades.every((one) => /[0-3]|not applicable/i.test(one)),
      grades.join(),
    );
  },
};

// Words of the page, with everything that is hidden in it, name no other board of the force.
async function seesNoOther(who, code) {
  const source = await who.page.content();
  for (const other of boardsOfForce.filter((one) => one.code !== code)) {
    for (const words of [other.profile.name, other.code, other.profile.area]) {
      assert.ok(!source.includes(words), `${code} reads “${words}” at ${who.page.url()}`);
    }
  }
  const text = await who.page.evaluate(() => document.body.textContent);
  assert.deepEqual(foreignMarkers(text, code, markers), [], `${code} at ${who.page.url()}`);
}

// What the page says when there is nothing, without the reference that is new each time.
async function missing(who, path) {
  const answer = await go(who, path);
  assert.equal(answer.status(), 404, path);
  return (await who.page.locator("main").innerText()).replace(/reference \S+/, "reference");
}
