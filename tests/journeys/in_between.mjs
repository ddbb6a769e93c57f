// What is asked in between: what is not to hand, what is changed by hand, what goes again, and what
// stays a draft. An ambulance trust over three boards, and the school in its one board's own form.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { requestsOf, whoIs } from "./support/stack.mjs";

const ambulance = "moorland-ambulance";
const school = "thistle-row";
const save = (who) =>
  Promise.all([who.page.waitForEvent("load"), who.page.click("button[name=go][value=stay]")]);
const saved = (who) => who.page.locator(".note--green").waitFor();
const arrives = (who, words) => who.page.locator("h1", { hasText: words }).waitFor();

async function date(page, key, [day, month, year]) {
  await page.fill(`[name='${key}_day']`, day);
  await page.fill(`[name='${key}_month']`, month);
  await page.fill(`[name='${key}_year']`, year);
}

describe("asked in between, over three boards", () => {
  let browser, catrin, requests;

  before(async () => {
    browser = await openBrowser();
    catrin = await person(browser);
    requests = await requestsOf(ambulance);
    await signIn(catrin, whoIs(ambulance, "lead"));
  });
  after(() => browser?.close());

  test("what is not to hand is promised with a day and a name, from the check", async () => {
    const { page } = catrin;
    await go(catrin, "/check");
    const card = page.locator(".bcheck", { hasText: "Westmarch" });
    const issue = card.locator(".issue", { hasText: "Complaints is not answered" });
    await issue.locator("a", { hasText: "Not to hand?" }).click();
    await arrives(catrin, "When will Westmarch have it?");
    await goodEverywhere(catrin, "between/05-promise");
    await date(page, "by", ["31", "6", "2027"]);
    await page.click("main form button");
    await page
      .locator(".govuk-error-summary", { hasText: "31 June 2027 does not exist" })
      .waitFor();
    assert.equal(await page.inputValue("#by-day"), "31");
    await page.fill("#by-whom", "Jonas Abara");
    await goodEverywhere(catrin, "between/05-promise-wrong", { status: 422 });
    await date(page, "by", ["1", "3", "2027"]);
    await page.click("main form button");
    await page.locator(".govuk-error-summary", { hasText: "after today" }).waitFor();
    assert.equal(await page.inputValue("#by-whom"), "Jonas Abara");
    quiet(catrin, "a day that is over", 422);
    await date(page, "by", ["30", "4", "2027"]);
    await page.click("main form button");
    await saved(catrin);
    assert.match(
      await card.innerText(),
      /Will be supplied later[\s\S]*Will be supplied by 30 April 2027, by Jonas Abara/,
    );
    assert.equal(await card.locator(".issue", { hasText: "Complaints is not" }).count(), 0);
    await goodEverywhere(catrin, "between/05-check-promised");
    quiet(catrin, "promise", 422);
  });

  test("the board's copy says so, and it stands among the actions", async () => {
    const { page } = catrin;
    await go(catrin, `/boards/${requests.get("westmarch")}/copy`);
    const sheet = await page.locator(".sheet").innerText();
    assert.match(sheet, /Not to hand\. Will be supplied by 30 April 2027, by Jonas Abara\./);
    assert.match(sheet, /Supply what is missing/);
    await goodPage(catrin, "between/04-preview-promised");
  });

  test("a promise can be changed and taken back, from the question too", async () => {
    const { page } = catrin;
    await go(catrin, "/questions/C2.5");
    const typed = "Half a sentence about";
    await page.fill("#describes", typed);
    const board = page.locator("section:has(#later-h) li", { hasText: "Westmarch" });
    assert.match(await board.innerText(), /30 April 2027/);
    await goodEverywhere(catrin, "between/03-question-promised");
    await board.locator("button").click();
    await arrives(catrin, "When will Westmarch have it?");
    await page.click('button:has-text("Take this back")');
    await saved(catrin);
    assert.equal(new URL(page.url()).pathname, "/questions/C2.5");
    assert.equal(await page.inputValue("#describes"), typed, "what was typed went along");
    assert.doesNotMatch(await board.innerText(), /30 April 2027/);
    assert.match(await page.locator("[data-save-status]").innerText(), /not confirmed yet/);
  });

  test("what only one board asks can be promised beside it; what was typed is kept", async () => {
    const { page } = catrin;
    await go(catrin, `/boards/${requests.get("port-sallow")}/extras`);
    const boxes = page.locator(".extra", { has: page.locator(".later") });
    const typed = "Written before the promise.";
    await boxes.nth(1).locator("textarea").fill(typed);
    const id = await boxes.nth(1).locator("textarea").getAttribute("id");
    await boxes.first().locator(".later button").click();
    await arrives(catrin, "When will Port Sallow have it?");
    await date(page, "by", ["2", "5", "2027"]);
    await page.fill("#by-whom", "The training manager");
    await page.click("main form button");
    await saved(catrin);
    assert.match(await page.locator(".later").first().innerText(), /2 May 2027/);
    assert.equal(await page.inputValue(`#${id}`), typed);
    await goodEverywhere(catrin, "between/03c-extras-promised");
  });

  test("a box is changed by hand for one board, with a reason, and follows again", async () => {
    const { page } = catrin;
    const copy = `/boards/${requests.get("eldervale")}/copy`;
    await go(catrin, `${copy}?box=6.evidence#account`);
    const before = await page.locator("#box-6-evidence .said").allInnerTexts();
    await page.locator("#by-hand summary").click();
    await page.fill("#by-hand-text", "Words for Eldervale alone.");
    await page.click('#by-hand button:has-text("Change this copy")');
    await page.locator(".govuk-error-message", { hasText: "Say why" }).waitFor();
    assert.equal(await page.inputValue("#by-hand-text"), "Words for Eldervale alone.");
    await goodEverywhere(catrin, "between/04-by-hand-no-reason", { status: 422 });
    await page.fill("#by-hand-reason", "Eldervale asked for it in fewer words.");
    await page.click('#by-hand button:has-text("Change this copy")');
    await saved(catrin);
    const box = page.locator("#box-6-evidence");
    assert.match(await box.innerText(), /Words for Eldervale alone\.[\s\S]*Changed by hand/);
    const account = await page.locator("#account").innerText();
    assert.match(account, /Changed by hand/);
    assert.match(account, /Eldervale asked for it in fewer words\./);
    await goodEverywhere(catrin, "between/04-by-hand");
    for (const other of ["westmarch", "port-sallow"]) {
      await go(catrin, `/boards/${requests.get(other)}/copy`);
      assert.doesNotMatch(await page.locator(".sheet").innerText(), /Words for Eldervale alone/);
    }
    await go(catrin, `${copy}?box=6.evidence#account`);
    await page.locator("#by-hand summary").click();
    await page.click('#by-hand button:has-text("Follow the answers again")');
    await saved(catrin);
    assert.deepEqual(await page.locator("#box-6-evidence .said").allInnerTexts(), before);
  });

  test("a light is changed by hand; two people see each other's", async () => {
    const { page } = catrin;
    const address = `/boards/${requests.get("eldervale")}/copy?box=6.light#account`;
    const helen = await person(browser);
    await signIn(helen, whoIs(ambulance, "authoriser"));
    for (const who of [catrin, helen]) {
      await go(who, address);
      await who.page.locator("#by-hand summary").click();
    }
    const change = async (who, point, reason) => {
      await who.page.locator(`#by-hand label.chk:has-text("${point}")`).click();
      await who.page.fill("#by-hand-reason", reason);
      await who.page.click('#by-hand button:has-text("Change this copy")');
    };
    await change(catrin, "Red", "An inspection in February said so.");
    await saved(catrin);
    assert.match(await page.locator("#box-6-light").innerText(), /Red[\s\S]*Changed by hand/);
    await change(helen, "Amber", "It is better than red.");
    await helen.page.locator(".govuk-error-message", { hasText: "A colleague changed" }).waitFor();
    assert.equal(await helen.page.inputValue("#by-hand-reason"), "It is better than red.");
    await goodPage(helen, "between/04-by-hand-two", { status: 422 });
    await helen.page.click('#by-hand button:has-text("Change this copy")');
    await saved(helen);
    assert.match(await helen.page.locator("#box-6-light").innerText(), /Amber/);
    await helen.page.locator("#by-hand summary").click();
    await helen.page.click('#by-hand button:has-text("Follow the answers again")');
    await saved(helen);
    await readsOnly(helen, requests.get("eldervale"));
    quiet(helen, "the authoriser's browser", 422, 403);
    await helen.context.close();
  });

  test("an action goes after a question, and takes no other along", async () => {
    const { page } = catrin;
    await go(catrin, "/questions/C3.2");
    const actions = page.locator("section:has(#actions-h) > details");
    const before = await actions.count();
    await page.locator("summary", { hasText: "Add an action" }).click();
    await page.fill("[name='c-new_what']", "Ring every station");
    await page.fill("[name='c-new_lead']", "Locality managers");
    await date(page, "c-new", ["30", "6", "2027"]);
    await save(catrin);
    await saved(catrin);
    assert.equal(await actions.count(), before + 1);
    const added = page.locator("section:has(#actions-h) > details", { hasText: "Ring every" });
    await added.locator("summary").click();
    await goodPage(catrin, "between/03-action-open");
    await page.fill("#improve", "Typed before removing.");
    await added.locator('button:has-text("Remove this action")').click();
    await arrives(catrin, "Remove this action?");
    assert.match(await page.locator("main").innerText(), /Ring every station/);
    await goodEverywhere(catrin, "between/10-remove-action");
    await page.click('main a:has-text("Keep it")');
    assert.equal(await actions.count(), before + 1);
    await added.locator("summary").click();
    await added.locator('button:has-text("Remove this action")').click();
    await page.click('main form button:has-text("Remove this action")');
    await saved(catrin);
    assert.equal(await actions.count(), before);
    assert.equal(await page.inputValue("#improve"), "Typed before removing.");
    assert.match(await actions.first().innerText(), /chart of accountability/i);
  });

  test("at level 1 nothing said and none of them are two things", async () => {
    const { page } = catrin;
    await go(catrin, "/questions/C2.10");
    await page.locator("label[for=level-1]").click();
    for (const ticked of await page.locator(".facets.at-1 input:checked").all()) {
      await page.locator(`label[for=${await ticked.getAttribute("id")}]`).click();
    }
    const meaning = page.locator(".conseq.at-1 li", { hasText: "Eldervale" });
    await page
      .locator(".conseq.at-1 li", { hasText: /Red, Amber or Green/ })
      .first()
      .waitFor();
    await page.locator("label[for=tick-none]").click();
    await page
      .locator(".conseq.at-1 li", { hasText: /Red or Amber/ })
      .first()
      .waitFor();
    assert.doesNotMatch(await meaning.innerText(), /Green/);
    const first = page.locator(".facets.at-1 input:not(#tick-none)").first();
    await page.locator(`label[for=${await first.getAttribute("id")}]`).click();
    assert.equal(await page.isChecked("#tick-none"), false, "one puts the other out");
    await page.locator("label[for=tick-none]").click();
    await save(catrin);
    await saved(catrin);
    assert.ok(await page.isChecked("#tick-none"));
    assert.doesNotMatch(await meaning.innerText(), /Green/);
    await goodEverywhere(catrin, "between/03-none-of-these");
    await page.locator("label[for=tick-none]").click();
    await save(catrin);
    await saved(catrin);
    assert.equal(await page.isChecked("#tick-none"), false);
    assert.match(await meaning.innerText(), /Green/);
  });

  test("what was meant to be confirmed is confirmed after two versions met", async () => {
    const jonas = await person(browser);
    await signIn(jonas, whoIs(ambulance, "contributor"));
    for (const who of [catrin, jonas]) await go(who, "/questions/C3.4");
    await jonas.page.fill("#knows", "Jonas counted.");
    await save(jonas);
    await saved(jonas);
    await catrin.page.fill("#describes", "Catrin described.");
    await catrin.page.click("button[name=go][value=next]");
    await arrives(catrin, "while you were writing");
    await catrin.page.click('main button:has-text("Keep this and confirm it")');
    await go(catrin, "/questions/C3.4");
    assert.doesNotMatch(
      await catrin.page.locator("[data-save-status]").innerText(),
      /not confirmed/,
    );
    for (const who of [catrin, jonas]) await go(who, "/questions/C3.4");
    await jonas.page.fill("#knows", "Jonas counted again.");
    await save(jonas);
    await saved(jonas);
    await catrin.page.fill("#describes", "Catrin described again.");
    await save(catrin);
    await catrin.page.click('main button:has-text("Keep this as a draft")');
    await saved(catrin);
    assert.match(await catrin.page.locator("[data-save-status]").innerText(), /not confirmed yet/);
    quiet(catrin, "two versions", 409);
    await jonas.context.close();
  });
});

// Who signs reads what others write, and finds nothing to press that would be refused.
async function readsOnly(who, request) {
  await go(who, "/questions/C2.10");
  assert.equal(await who.page.locator(".savebar").count(), 0);
  assert.ok(await who.page.locator("#describes").isDisabled());
  await goodPage(who, "between/03-read-only");
  await go(who, `/boards/${request}/extras`);
  assert.equal(await who.page.locator(".later button").count(), 0);
  await go(who, "/check");
  assert.equal(await who.page.locator("a", { hasText: "Not to hand?" }).count(), 0);
}

describe("asked in between, in one board's own form, without script", () => {
  test("a promise, evidence and an action that goes", async () => {
    const browser = await openBrowser();
    try {
      const bea = await person(browser, { script: false, viewport: "tablet" });
      await signIn(bea, whoIs(school, "lead"));
      await ownForm(bea);
    } finally {
      await browser.close();
    }
  });
});

async function ownForm(bea) {
  const { page } = bea;
  const [request] = (await requestsOf(school)).values();
  await go(bea, "/form/7");
  await page.click(".later button");
  await arrives(bea, "When will Eldervale have it?");
  await date(page, "by", ["9", "4", "2027"]);
  await page.fill("#by-whom", "The head teacher");
  await page.click("main form button");
  await saved(bea);
  assert.match(await page.locator(".later").innerText(), /9 April 2027, by The head teacher/);

  await page.locator("summary", { hasText: "Say where evidence is kept" }).click();
  await page.fill("#evidence-title", "Minutes of the governors");
  await save(bea);
  await page.locator(".govuk-error-summary", { hasText: "kept" }).waitFor();
  assert.equal(await page.inputValue("#evidence-title"), "Minutes of the governors");
  await goodPage(bea, "plain/school-evidence-wrong", { status: 422 });
  await page.fill("#evidence-where", "School office, blue folder");
  await save(bea);
  await saved(bea);
  const kept = page.locator("ul.ev > li", { hasText: "Minutes of the governors" });
  assert.match(await kept.innerText(), /Available on request: School office, blue folder/);
  assert.ok(await kept.locator("input[type=checkbox]").isChecked());

  await page.locator("summary", { hasText: "Add an action" }).click();
  await page.fill("[name='c-new_what']", "Ask the parents");
  await page.fill("[name='c-new_lead']", "Head teacher");
  await date(page, "c-new", ["30", "6", "2027"]);
  await save(bea);
  await saved(bea);
  await goodPage(bea, "plain/school-evidence");
  const added = page.locator("section:has(#actions-h) > details", { hasText: "Ask the parents" });
  await added.locator("summary").click();
  await added.locator("button", { hasText: "Remove" }).click();
  await goodPage(bea, "plain/school-remove-action");
  await page.click("main form button");
  await saved(bea);
  assert.equal(await added.count(), 0);

  await go(bea, `/boards/${request}/copy`);
  const sheet = await page.locator(".sheet").innerText();
  assert.match(
    sheet,
    /Will be supplied by 9 April 2027, by The head teacher|Minutes of the governors/,
  );
  assert.match(sheet, /Minutes of the governors \(available on request: School office/);
  await go(bea, `/boards/${request}/copy?box=1.evidence#account`);
  assert.doesNotMatch(await page.locator("#account").innerText(), /Level/);
  await goodPage(bea, "plain/school-account");
  await go(bea, "/check");
  await goodPage(bea, "plain/school-check");
}
