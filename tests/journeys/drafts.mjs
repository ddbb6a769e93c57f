// What is written for one board is saved while somebody writes, as a draft, and counts when it is
// confirmed: with the network gone, the session over, two windows open, two people, and no script.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, resize, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { origin, requestsOf, whoIs } from "./support/stack.mjs";

const school = "thistle-row";
const ambulance = "moorland-ambulance";

const status = (page, words) => page.locator("[data-save-status]", { hasText: words }).waitFor();
const saved = (page) => page.locator(".note--green").waitFor();
const draft = (page) => page.click("button[name=go][value=stay]");
// Stands by what the page says; own forms and questions lead on, so the way back is given.
const confirm = async (page) => {
  const where = page.url().replace(/[?&]saved=yes/, "");
  await Promise.all([page.waitForEvent("load"), page.click("button[name=go][value=next]")]);
  await page.goto(where);
};

describe("drafts in one board's own form", () => {
  let browser, bea, request, before_;
  const place = "/form/1";
  const box = (page) => page.locator("main .extra textarea").first();
  const field = (page) => page.locator("main .extra", { has: page.locator("textarea") }).first();

  before(async () => {
    browser = await openBrowser();
    bea = await person(browser);
    [request] = (await requestsOf(school)).values();
    await signIn(bea, whoIs(school, "lead"));
    await go(bea, place);
    before_ = await box(bea.page).inputValue();
  });
  // Whoever comes after finds the room as it was.
  after(async () => {
    await go(bea, place);
    await box(bea.page).fill(before_);
    await confirm(bea.page);
    await browser?.close();
  });

  test("what is typed is saved by itself, and is a draft until it is confirmed", async () => {
    const { page } = bea;
    const words = "New staff learn in their first week whom to tell.";
    await go(bea, place);
    await box(page).fill(words);
    await status(page, /^Saved at \d\d:\d\d\.$/);
    await go(bea, "/home");
    assert.match(await page.locator("tbody tr").first().innerText(), /1 draft/);
    await go(bea, place);
    assert.equal(await box(page).inputValue(), words);
    assert.match(await field(page).innerText(), /Draft, not confirmed yet/);
    assert.match(await page.locator("[data-save-status]").innerText(), /1 draft to confirm/);
    await goodEverywhere(bea, "drafts/01-own-form");
    await go(bea, `/boards/${request}/copy`);
    const sheet = await page.locator(".sheet").innerText();
    assert.ok(!sheet.includes(words), "no copy holds a draft");
    assert.match(sheet, /A draft is not in here until it is confirmed/);
    await goodEverywhere(bea, "drafts/02-preview");
    await go(bea, "/check");
    assert.match(await page.locator("main").innerText(), /is a draft: confirm it first/);
    await go(bea, place);
    await confirm(page);
    assert.doesNotMatch(await field(page).innerText(), /Draft/);
    await go(bea, `/boards/${request}/copy`);
    assert.ok((await page.locator(".sheet").innerText()).includes(words));
    quiet(bea, "a draft");
  });

  test("the network goes and comes back: said in words, tried again by itself", async () => {
    const { page } = bea;
    const words = "Typed while the network was away.";
    await go(bea, place);
    await bea.context.setOffline(true);
    await box(page).fill(words);
    await status(page, /^Not saved yet\. Your words are kept here/);
    assert.equal(await box(page).inputValue(), words);
    await goodPage(bea, "drafts/03-no-network", { status: 0 }).catch((fault) => {
      if (!/ERR_INTERNET_DISCONNECTED/.test(String(fault))) throw fault;
    });
    await bea.context.setOffline(false);
    await status(page, /^Saved at/);
    bea.complaints.length = 0;
    await go(bea, place);
    assert.equal(await box(page).inputValue(), words);
  });

  test("a page that was left without network gives its words back", async () => {
    const { page } = bea;
    const words = "Typed, and the window was closed.";
    await go(bea, place);
    await bea.context.setOffline(true);
    await box(page).fill(words);
    await status(page, /^Not saved/);
    await bea.context.setOffline(false);
    await page.evaluate(() => window.stop());
    await page.close({ runBeforeUnload: false });
    bea.page = await bea.context.newPage();
    await go(bea, place);
    const there = await box(bea.page).inputValue();
    if (there !== words) {
      await bea.page.click('button:has-text("Put them back")');
      await status(bea.page, /^Saved at/);
    }
    await go(bea, place);
    assert.equal(await box(bea.page).inputValue(), words);
    bea.complaints.length = 0;
  });

  test("the session is over in mid-sentence: signed in again, the words are there", async () => {
    const { page } = bea;
    const words = "Typed when the session was over.";
    await go(bea, place);
    const cookies = await bea.context.cookies();
    await bea.context.clearCookies();
    await box(page).fill(words);
    await status(page, /^Not saved/);
    await draft(page);
    await page.locator("h1", { hasText: "You were signed out while you were writing" }).waitFor();
    await bea.context.addCookies(cookies);
    await page.click('main button:has-text("Send it again")');
    if ((await heading(bea)) === "Send it again") {
      await page.click('main button:has-text("Send it again")');
    }
    await saved(page);
    assert.equal(await box(page).inputValue(), words);
    bea.complaints.length = 0;
  });

  test("two windows: both texts are seen, and one chooses", async () => {
    const { page } = bea;
    const other = await bea.context.newPage();
    await go(bea, place);
    await other.goto(`${origin}${place}`);
    await box(page).fill("From the first window.");
    await status(page, /^Saved at/);
    await box(other).fill("From the second window.");
    await status(other, /saved this meanwhile. Press Save to see both texts/);
    await draft(other);
    await other.locator(".govuk-error-summary").waitFor();
    assert.match(await field(other).innerText(), /From the first window\./);
    assert.equal(await box(other).inputValue(), "From the second window.");
    const looker = { ...bea, page: other, complaints: [] };
    await goodEverywhere(looker, "drafts/04-two-windows", { status: 422 });
    await box(other).fill("From both windows.");
    await draft(other);
    await saved(other);
    await other.close();
    bea.complaints.length = 0;
  });

  test("every version is kept, and an earlier one comes back", async () => {
    const { page } = bea;
    await go(bea, place);
    await field(page).locator('a:has-text("Every version")').click();
    assert.match(await heading(bea), /\w/);
    const all = page.locator("details.localpart");
    assert.ok((await all.count()) >= 4);
    await goodEverywhere(bea, "drafts/05-versions");
    const earlier = all.nth(1);
    await earlier.locator("summary").click();
    await earlier.locator('button:has-text("Bring this text back")').click();
    await saved(page);
    assert.equal(await box(page).inputValue(), "From the first window.");
    assert.match(await field(page).innerText(), /Draft, not confirmed yet/);
    quiet(bea, "versions");
  });

  test("back, and pressed twice, is no second writer", async () => {
    const { page } = bea;
    await go(bea, place);
    await box(page).fill("Pressed twice at once.");
    await page.dblclick("button[name=go][value=stay]");
    await saved(page);
    assert.equal(await page.locator(".govuk-error-summary").count(), 0);
    await page.goBack();
    await box(page).waitFor();
    await draft(page);
    await saved(page);
    assert.equal(await page.locator(".govuk-error-summary").count(), 0);
    bea.complaints.length = 0;
  });

  test("filled and pressed in the same moment, it is always sent", async () => {
    const { page } = bea;
    for (const viewport of ["desktop", "tablet", "phone"]) {
      await resize(bea, viewport);
      for (let round = 0; round < 4; round += 1) {
        const words = `Round ${round} on a ${viewport}.`;
        await go(bea, place);
        await box(page).fill(words);
        if (round % 2 === 1) await page.waitForTimeout(1990);
        await draft(page);
        await saved(page);
        assert.equal(await box(page).inputValue(), words);
      }
    }
    await resize(bea, "desktop");
    quiet(bea, "pressed at once");
  });

  test("without script every button saves, and versions come back", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    const { page } = plain;
    await signIn(plain, whoIs(school, "contributor"));
    await go(plain, place);
    await box(page).fill("Without script.");
    await draft(page);
    await saved(page);
    assert.match(await field(page).innerText(), /Draft, not confirmed yet/);
    await goodPage(plain, "plain/drafts-own-form");
    await confirm(page);
    assert.doesNotMatch(await field(page).innerText(), /Draft/);
    await field(page).locator('a:has-text("Every version")').click();
    await goodPage(plain, "plain/drafts-versions");
    await page.locator("details.localpart").nth(1).locator("summary").click();
    await page.locator('button:has-text("Bring this text back")').first().click();
    await saved(page);
    await plain.context.close();
  });
});

describe("drafts of what only one board asks", () => {
  let browser, catrin, jonas, requests;

  before(async () => {
    browser = await openBrowser();
    catrin = await person(browser);
    jonas = await person(browser);
    requests = await requestsOf(ambulance);
    await signIn(catrin, whoIs(ambulance, "lead"));
    await signIn(jonas, whoIs(ambulance, "contributor"));
  });
  after(() => browser?.close());

  test("its own question is saved by itself; two people see both texts", async () => {
    const extras = `/boards/${requests.get("port-sallow")}/extras`;
    await go(catrin, extras);
    const id = await catrin.page.locator(".extra textarea").last().getAttribute("id");
    const kept = await catrin.page.inputValue(`#${id}`);
    await go(jonas, extras);
    await catrin.page.fill(`#${id}`, "Catrin wrote this.");
    await status(catrin.page, /^Saved at/);
    await go(catrin, extras);
    assert.equal(await catrin.page.inputValue(`#${id}`), "Catrin wrote this.");
    const field = (page) => page.locator(`#box-${id}`);
    assert.match(await field(catrin.page).innerText(), /Draft, not confirmed yet/);
    await goodEverywhere(catrin, "drafts/06-extras");
    await jonas.page.fill(`#${id}`, "Jonas wrote that.");
    await status(jonas.page, /saved this meanwhile/);
    await confirm_(jonas.page);
    assert.match(await field(jonas.page).innerText(), /Catrin wrote this\./);
    assert.equal(await jonas.page.inputValue(`#${id}`), "Jonas wrote that.");
    jonas.complaints.length = 0;
    await goodPage(jonas, "drafts/07-extras-two-writers", { status: 422 });
    await jonas.page.fill(`#${id}`, kept || "Both wrote it.");
    await confirm_(jonas.page);
    await saved(jonas.page);
    assert.doesNotMatch(await field(jonas.page).innerText(), /Draft/);
    await field(jonas.page).locator('a:has-text("Every version")').click();
    assert.ok((await jonas.page.locator("details.localpart").count()) >= 2);
    await goodPage(jonas, "drafts/08-extras-versions");
    quiet(catrin, "extras");
    jonas.complaints.length = 0;
  });

  test("words beside a common answer are saved by themselves, and confirmed with it", async () => {
    const { page } = catrin;
    const part = `#local_${requests.get("westmarch")}`;
    await go(catrin, "/questions/C4.1");
    await page
      .locator("details.localpart", { has: page.locator(part) })
      .locator("summary")
      .click();
    await page.fill(part, "In Westmarch the crews meet on Mondays.");
    await status(page, /^Saved at/);
    await go(catrin, "/questions/C4.1");
    assert.equal(await page.inputValue(part), "In Westmarch the crews meet on Mondays.");
    const place = page.locator("details.localpart", { has: page.locator(part) });
    assert.match(await place.locator("summary").innerText(), /draft, not confirmed/);
    await place.locator("summary").click();
    await goodEverywhere(catrin, "drafts/09-words-for-one-board");
    await page.fill(part, "");
    await draft(page);
    await saved(page);
    assert.equal(await page.inputValue(part), "");
    quiet(catrin, "words for one board");
  });
});

// On a page that is not left: the button saves and confirms, and the page comes again.
async function confirm_(page) {
  await Promise.all([page.waitForEvent("load"), page.click("button[name=go][value=next]")]);
}
