// Colleagues of the force share the work: who is on what, who is on this page, what they say to
// each other (and no board hears), and the history of an answer.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { force, people, region, somebody, whoIs } from "./support/stack.mjs";

const code = "C4.1";
const secret = "Between ourselves: the figures of March are still with Finance.";

describe("the colleagues' journey", () => {
  let browser, dee, other, colleague;

  before(async () => {
    browser = await openBrowser();
    colleague = whoIs(force, "contributor");
    [dee, other] = await Promise.all([1, 2].map(() => person(browser)));
    await signIn(dee, somebody("dee-okafor", force));
    await signIn(other, colleague);
  });
  after(() => browser?.close());

  test("the lead gives a standard to a colleague, with a note and a date", async () => {
    await dee.page.click('nav[aria-label="Main"] a:has-text("Who is on what")');
    await goodEverywhere(dee, "colleagues/30-nobody-yet");
    await dee.page.click('button:has-text("Give it")');
    await dee.page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(dee, "colleagues/30-refused", { status: 422 });
    await dee.page.selectOption("#place", { label: "Standard 4. " + (await standardName(dee)) });
    await dee.page.locator("#person option", { hasText: colleague.name }).first().waitFor({
      state: "attached",
    });
    const value = await dee.page
      .locator("#person option", { hasText: colleague.name })
      .first()
      .getAttribute("value");
    await dee.page.selectOption("#person", value);
    await dee.page.fill("#note", "Start with the figures");
    await dee.page.fill("#by-day", "31");
    await dee.page.fill("#by-month", "2");
    await dee.page.fill("#by-year", "2027");
    await dee.page.click('button:has-text("Give it")');
    await dee.page.locator(".govuk-error-summary").waitFor();
    assert.equal(await dee.page.inputValue("#note"), "Start with the figures");
    quiet(dee, "colleagues", 422);
    await dee.page.fill("#by-day", "9");
    await dee.page.fill("#by-month", "4");
    await dee.page.click('button:has-text("Give it")');
    await dee.page.locator(".note--green").waitFor();
    const row = await dee.page.locator("tbody tr").first().innerText();
    assert.match(row, /Standard 4/);
    assert.match(row, /9 April 2027/);
    await goodEverywhere(dee, "colleagues/30-who-is-on-what");
  });

  test("the colleague sees it at home and beside each question of it", async () => {
    await go(other, "/home");
    const box = other.page.locator('section[aria-labelledby="fromc-h"]');
    assert.match(await box.innerText(), /Standard 4[\s\S]*Start with the figures/);
    await goodEverywhere(other, "colleagues/02-home");
    await go(other, `/questions/${code}`);
    assert.match(await other.page.locator("#colleagues").innerText(), /Start with the figures/);
  });

  test("each sees that the other is on the page", async () => {
    await go(dee, `/questions/${code}`);
    assert.match(
      await dee.page.locator("#colleagues").innerText(),
      new RegExp(`${colleague.name} has this page open`),
    );
  });

  test("they talk about what is missing, and settle it", async () => {
    await dee.page.locator("#colleagues summary").click();
    await dee.page.click('#colleagues button:has-text("Say it")');
    await dee.page.locator(".govuk-error-summary").waitFor();
    await goodPage(dee, "colleagues/31-refused", { status: 422 });
    await go(dee, `/questions/${code}`);
    const notes = dee.page.locator("#colleagues");
    if (!(await notes.locator("#remark").isVisible())) await notes.locator("summary").click();
    await dee.page.fill("#remark", secret);
    const value = await notes
      .locator("#remark-for option", { hasText: colleague.name })
      .first()
      .getAttribute("value");
    await dee.page.selectOption("#remark-for", value);
    await notes.locator('label:has-text("Something is missing")').click();
    await dee.page.click('#colleagues button:has-text("Say it")');
    await dee.page.locator("#colleagues li", { hasText: secret }).waitFor();
    await goodEverywhere(dee, "colleagues/31-question");
    await go(other, "/home");
    const box = other.page.locator('section[aria-labelledby="fromc-h"]');
    assert.ok((await box.innerText()).includes(secret));
    await go(other, `/questions/${code}`);
    await other.page.locator('#colleagues button:has-text("Settled")').first().click();
    await other.page.locator("#colleagues li", { hasText: "Settled by" }).waitFor();
    quiet(other, "colleagues");
  });

  test("no copy holds a word of it", async () => {
    const { requests } = await people.withRole(force, "lead").get("/requests");
    for (const { request } of requests) {
      await go(dee, `/boards/${request}/copy`);
      assert.ok(!(await dee.page.content()).includes(secret));
    }
    const manager = await person(browser);
    const board = region.parties.find((one) => one.kind === "board").code;
    await signIn(manager, whoIs(board, "manager"));
    for (const path of ["/tasks", `/questions/${code}`, `/questions/${code}/history`]) {
      const answer = await go(manager, path);
      const there = new URL(manager.page.url()).pathname === path;
      assert.ok(!there || [403, 404].includes(answer.status()), `${path}: ${answer.status()}`);
      assert.ok(!(await manager.page.content()).includes(secret));
    }
    await manager.context.close();
  });

  test("every version of an answer is kept, and an earlier text comes back", async () => {
    const writer = await person(browser, { script: false });
    await signIn(writer, somebody("dee-okafor", force));
    const write = async (words) => {
      await go(writer, `/questions/${code}`);
      await writer.page.fill("#describes", words);
      await writer.page.click("button[name=go][value=stay]");
      await writer.page.locator(".note--green").waitFor();
    };
    await write("We meet once a month with everybody who works with children.");
    await write("We meet twice a month with everybody who works with children.");
    await writer.context.close();
    const { page } = dee;
    await go(dee, `/questions/${code}`);
    await page.click('a:has-text("every version")');
    assert.match(await heading(dee), /^History of/);
    assert.match((await page.locator("details ins").allInnerTexts()).join(" "), /twice/);
    assert.match((await page.locator("details del").allInnerTexts()).join(" "), /once/);
    await goodEverywhere(dee, "colleagues/32-history");
    await page.locator("details summary").nth(1).click();
    await page.locator('button:has-text("Bring this text back")').first().click();
    await page.locator(".note--green").waitFor();
    assert.match(await page.inputValue("#describes"), /once a month/);
    await go(dee, `/questions/${code}/history`);
    assert.ok((await page.locator("details").count()) >= 3);
    quiet(dee, "colleagues", 422);
  });

  test("work without script too", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    await signIn(plain, somebody("dee-okafor", force));
    await go(plain, "/tasks");
    await goodPage(plain, "plain/30-who-is-on-what");
    await plain.page.locator('button:has-text("End")').first().click();
    await plain.page.locator(".note--green").waitFor();
    await go(plain, `/questions/${code}`);
    await goodPage(plain, "plain/31-question");
    await plain.context.close();
  });
});

// As the page itself calls it.
async function standardName(who) {
  const words = await who.page.locator("#place option", { hasText: "Standard 4." }).innerText();
  return words.replace(/^Standard 4\. /, "").trim();
}
