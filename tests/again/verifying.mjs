// Somebody with a paper in the hand checks its code, without an account and without script:
// genuine; replaced, once the board has accepted a later version; redacted, once words were taken
// out of it; and a code that nobody gave. What happens in between is done at the pages of agency
// and board.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  go,
  heading,
  openBrowser,
  person,
  signByMail,
  signIn,
} from "../journeys/support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "../journeys/support/checks.mjs";
import { redact } from "../journeys/support/outage.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  party,
  whoIs,
} from "../journeys/support/stack.mjs";

const board = party("kingsreach");
const main = (who) => who.page.locator("main");
const words = async (who) => (await main(who).innerText()).replace(/\s+/g, " ");

describe("the code on a receipt", () => {
  let browser, lead, authoriser, manager, passer, held, first, second, today;

  before(async () => {
    await ensureSent();
    browser = await openBrowser();
    lead = await person(browser);
    authoriser = await person(browser);
    manager = await person(browser);
    passer = await person(browser, { script: false, viewport: "tablet" });
    await signIn(lead, whoIs(force, "lead"));
    await signIn(authoriser, whoIs(force, "authoriser"));
    await signIn(manager, whoIs(board.code, "manager"));
    held = (await deliveries()).find((one) => one.board.name === board.profile.name).return;
  });
  after(() => browser?.close());

  // The receipt of the version that the board works with: its code and its check value.
  async function receipt() {
    await go(manager, `/returns/${held}`);
    const button = main(manager).locator('button:has-text("Acknowledge")');
    if (await button.count()) await button.click();
    await go(manager, `/returns/${held}/receipt`);
    const code = (await manager.page.locator(".app-eyebrow").innerText()).split(" ").pop();
    const hash = await manager.page.locator(".hash").innerText();
    return { code, hash, text: await words(manager) };
  }

  async function check(who, code) {
    await go(who, "/verify");
    await who.page.fill("#code", code);
    await main(who).locator('button:has-text("Check")').click();
    return words(who);
  }

  async function isGenuine(code, hash) {
    const said = await check(passer, code);
    assert.equal(await heading(passer), "This receipt is genuine");
    assert.equal(await passer.page.locator(".hash").innerText(), hash);
    assert.ok(!said.includes(party(force).profile.name), "whose return it is stays unsaid");
    return said;
  }

  test("is genuine, however it is typed, and says that nothing newer has come", async () => {
    first = await receipt();
    const said = await isGenuine(first.code, first.hash);
    assert.match(said, /received a return on (\d+ \w+ \d{4})\. No newer version has replaced it\./);
    assert.doesNotMatch(said, /Replaced by|Redacted/);
    await goodEverywhere(passer, "verifying/01-genuine");
    const typed = ` ${first.code.toLowerCase().replaceAll("-", " ")}`;
    assert.ok((await isGenuine(typed, first.hash)).includes(first.code), "as it is printed");
  });

  test("is genuine still while the agency offers a newer version", async () => {
    await go(lead, "/questions/C1.1");
    const box = lead.page.locator("#describes");
    await box.fill(`${await box.inputValue()} And since March with a deputy.`);
    await lead.page.click('button:has-text("Confirm and next")');
    await lead.page.waitForURL((url) => !url.pathname.endsWith("/C1.1"));
    await go(authoriser, "/sent");
    const row = authoriser.page.locator(".track__row", { hasText: board.profile.area }).first();
    await row.locator("a", { hasText: "Offer the newer version" }).click();
    await authoriser.page.locator("#statement").waitFor({ state: "attached" });
    assert.equal(await authoriser.page.locator("input[name=request]:checked").count(), 1);
    await authoriser.page.check("#statement", { force: true });
    await signByMail(authoriser, whoIs(force, "authoriser").email);
    await authoriser.page.locator("h1", { hasText: "Sent to boards" }).waitFor();
    await eventually("the newer version is offered", async () => {
      await go(manager, `/returns/${held}/supplement`);
      return /offers a newer version/.test(await heading(manager));
    });
    const said = await isGenuine(first.code, first.hash);
    assert.match(said, /No newer version has replaced it\./);
  });

  test("says by which version it was replaced and when, once the board has accepted", async () => {
    await go(manager, `/returns/${held}/supplement`);
    const button = main(manager).locator('button:has-text("Accept version")');
    const version = Number((await button.innerText()).match(/\d+/)[0]);
    await button.click();
    await manager.page.locator(".note--green").waitFor();
    second = { ...(await receipt()), version };
    assert.notEqual(second.code, first.code);
    assert.notEqual(second.hash, first.hash);
    const said = await isGenuine(first.code, first.hash);
    [, today] = said.match(
      new RegExp(`Version ${version} has replaced it on (\\d+ \\w+ \\d{4})\\.`),
    );
    assert.match(
      said,
      new RegExp(`Version ${version - 1} Replaced by Version ${version}, on ${today}`),
    );
    assert.match(said, new RegExp(`On ${today}`), "the day on which it came, or was accepted");
    await goodEverywhere(passer, "verifying/02-replaced");
    assert.match(await isGenuine(second.code, second.hash), /No newer version has replaced it\./);
  });

  test("says of how many boxes the words are gone, and never which", async () => {
    await redact(held, second.version, 2);
    const said = await isGenuine(second.code, second.hash);
    assert.match(said, /The words of 2 boxes have been taken out for good since\./);
    assert.match(said, /the check value is the same/);
    assert.match(said, /Redacted 2 boxes/);
    await goodEverywhere(passer, "verifying/03-redacted");
    assert.doesNotMatch(
      await isGenuine(first.code, first.hash),
      /Redacted/,
      "of that version alone",
    );
    await go(manager, `/returns/${held}/papers`);
    assert.match(await words(manager), /The words of 2 boxes have been taken out for good/);
    await goodPage(manager, "verifying/04-papers");
    await go(manager, `/returns/${held}`);
    const gone = main(manager).locator(".sheet .blank", { hasText: "Redacted: the words" });
    assert.equal(await gone.count(), 2, "nobody is told that it was left empty");
    await goodPage(manager, "verifying/05-return");
  });

  test("that nobody gave is not known, and the page asks to look again", async () => {
    const last = first.code.at(-1) === "7" ? "8" : "7";
    for (const code of [
      `${first.code.slice(0, -1)}${last}`,
      "AAAA-AAAA-AAAA-AAAA-AAAA",
      "<b>1</b>",
    ]) {
      const said = await check(passer, code);
      assert.equal(await heading(passer), "We know no receipt with this number");
      assert.match(said, /Look again at the number on the paper/);
      assert.equal(await passer.page.locator("#code").count(), 1, "to type it again");
      quiet(passer, code, 404);
    }
    await goodEverywhere(passer, "verifying/06-unknown", { status: 404 });
    quiet(manager, "the board");
    quiet(lead, "the lead");
    quiet(authoriser, "the authoriser");
  });
});
