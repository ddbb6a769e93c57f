// One board asks the school: it sees that board's own form and nothing of the one for many boards.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { party, requestsOf, whoIs } from "./support/stack.mjs";

const school = "thistle-row";
const save = (who) => who.page.click("button[name=go][value=stay]");
// Stands by what the standard says, and comes back to it: the button leads on.
const confirm = async (who) => {
  const where = who.page.url().replace(/[?&]saved=yes/, "");
  const left = who.page.waitForURL((url) => !where.includes(url.pathname));
  await Promise.all([left, who.page.click("button[name=go][value=next]")]);
  await who.page.goto(where);
};
const words = "Two governors read the child protection records each half term.";

describe("the school's journey", () => {
  let browser, bea, request;

  before(async () => {
    browser = await openBrowser();
    bea = await person(browser);
    [request] = (await requestsOf(school)).values();
    await signIn(bea, whoIs(school, "lead"));
  });
  after(() => browser?.close());

  test("sees the eight standards of that board's form", async () => {
    assert.equal(new URL(bea.page.url()).pathname, "/home");
    assert.equal(await bea.page.locator("tbody tr").count(), 8);
    await goodEverywhere(bea, "school/02-own-form");
  });

  test("has no page of the form for many boards", async () => {
    for (const path of [
      "/standards/1",
      "/questions/C1.1",
      "/questions/C2.10",
      `/questions/C1.8/for/${request}`,
      `/boards/${request}/extras`,
    ]) {
      const answer = await go(bea, path);
      assert.equal(answer.status(), 404, path);
    }
    await goodEverywhere(bea, "school/15-not-here", { status: 404 });
    quiet(bea, "school", 404);
  });

  test("chooses a light itself, on no levels", async () => {
    await go(bea, "/home");
    await bea.page.locator("tbody tr a").nth(2).click();
    assert.equal(await bea.page.locator("input[name=level], .levels, .conseq").count(), 0);
    assert.ok(!/\bLevel [0-4]\b/.test(await bea.page.locator("main").innerText()));
    assert.equal(await bea.page.locator(".pick input[type=radio]").count(), 3);
    await goodEverywhere(bea, "school/03-standard");
  });

  test("an amber light asks for an action with its date", async () => {
    const { page } = bea;
    await page.locator('.pick label:has-text("Amber")').click();
    await page.locator("main textarea").first().fill(words);
    await save(bea);
    await page.locator(".note--green, .govuk-error-summary").first().waitFor();
    await goodEverywhere(bea, "school/03-standard-amber");
    const where = page.url();
    await go(bea, "/check");
    assert.match(await page.locator("main").innerText(), /is a draft: confirm it first/);
    await page.goto(where);
    await confirm(bea);
    await go(bea, "/check");
    const missing = await page.locator("main").innerText();
    assert.match(missing, /action/i, missing);
    await goodEverywhere(bea, "school/05-check-missing");
    await page.goto(where);
    await page.locator("summary", { hasText: "Add an action" }).click();
    await page.locator("[name='c-new_what']").fill("Write a short guide for new governors");
    await page.locator("[name='c-new_lead']").fill("Head teacher");
    await page.locator("[name='c-new_area']").fill("Governors know the procedures");
    await page.locator("[name='c-new_day']").fill("30");
    await page.locator("[name='c-new_month']").fill("6");
    await page.locator("[name='c-new_year']").fill("2027");
    await save(bea);
    await page.locator(".note--green").waitFor();
  });

  test("leaves and returns: what it wrote is there, in its copy too", async () => {
    const { page } = bea;
    await page.click('button:has-text("Sign out")');
    assert.equal(await heading(bea), "You are signed out");
    await signIn(bea, whoIs(school, "lead"));
    await page.locator("tbody tr a").nth(2).click();
    assert.equal(await page.locator("main textarea").first().inputValue(), words);
    assert.ok(await page.locator('.pick label:has-text("Amber") input').isChecked());
    assert.match(await page.locator("main").innerText(), /Write a short guide for new governors/);
    await goodPage(bea, "school/03-standard-again");
    await go(bea, `/boards/${request}/copy`);
    const sheet = await page.locator(".sheet").innerText();
    assert.ok(sheet.includes(words) && sheet.includes("Governors know the procedures"), sheet);
    assert.ok(sheet.includes(party("eldervale").profile.name));
    await goodEverywhere(bea, "school/04-preview");
    await page.locator("td", { hasText: words }).locator("a.whylink").click();
    assert.doesNotMatch(
      await page.locator("#account").innerText(),
      /Level [0-4]|common question|mapping/i,
    );
    await goodPage(bea, "school/04-preview-account");
  });

  test("does the same without script", async () => {
    const plain = await person(browser, { script: false, viewport: "phone" });
    await signIn(plain, whoIs(school, "contributor"));
    await goodPage(plain, "plain/school-own-form");
    await plain.page.locator("tbody tr a").nth(4).click();
    const box = plain.page.locator("main textarea").first();
    const typed = `${await box.inputValue()}\nTyped without script.`;
    await box.fill(typed);
    await save(plain);
    await plain.page.locator(".note--green").waitFor();
    assert.equal(await box.inputValue(), typed);
    assert.match(await plain.page.locator("main").innerText(), /Draft, not confirmed yet/);
    await goodPage(plain, "plain/school-standard");
    await confirm(plain);
    assert.doesNotMatch(await plain.page.locator("main").innerText(), /Draft, not confirmed/);
    assert.equal(await box.inputValue(), typed);
  });
});
