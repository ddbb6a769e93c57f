// Four centres of a youth trust answer one board, each for itself; what is common is written once,
// taken over, added to or replaced, and a change of it is seen before anything is sent.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { somebody } from "./support/stack.mjs";

const trust = "fenwick-lane";
const first = "The trust names one lead for safeguarding, who visits every centre.";
const second = "The trust names one lead and one deputy for safeguarding, who visit every centre.";
const here = "At Hollin Park the lead comes on Tuesdays.";

const stay = (who) =>
  Promise.all([
    who.page.waitForURL((url) => url.searchParams.get("saved") === "yes"),
    who.page.click("button[name=go][value=stay]"),
  ]);

// Stands by what the section says, and comes back to it: the button leads on.
const confirm = async (who) => {
  const { pathname, search } = new URL(who.page.url());
  const left = who.page.waitForURL((url) => url.pathname !== pathname);
  await Promise.all([left, who.page.click("button[name=go][value=next]")]);
  await go(who, pathname + search.replace(/[?&]saved=yes/, ""));
};

describe("the units' journey", () => {
  let browser, rae, lewis, tam, box, section;

  before(async () => {
    browser = await openBrowser();
    [rae, lewis, tam] = await Promise.all([1, 2, 3].map(() => person(browser)));
    await signIn(rae, somebody("rae-dunmore", trust));
    await signIn(lewis, somebody("lewis-ferrar", trust));
    await signIn(tam, somebody("tam-whitlock", trust));
  });
  after(() => browser?.close());

  test("the trust's lead writes once what is common to the centres", async () => {
    await rae.page.click('a:has-text("Common answers: The trust")');
    assert.match(await heading(rae), /^Answered once for .*Hollin Park/);
    await goodEverywhere(rae, "units/20-common");
    await rae.page.locator("tbody tr a").first().click();
    section = new URL(rae.page.url()).pathname.split("/").pop();
    box = await rae.page.locator("main textarea").first().getAttribute("id");
    await rae.page.fill(`#${box}`, first);
    await stay(rae);
    assert.equal(await rae.page.inputValue(`#${box}`), first);
    await goodEverywhere(rae, "units/20-common-section");
  });

  test("a centre is offered it, marked, and adds what is particular to it", async () => {
    await go(lewis, `/form/${section}`);
    const choice = lewis.page.locator(`#box-${box} .common-choice`);
    assert.match(await choice.innerText(), /Common answer of The trust/);
    assert.ok((await choice.innerText()).includes(first));
    assert.ok(await choice.locator("input[value=common]").isChecked());
    await goodEverywhere(lewis, "units/21-offered");
    await lewis.page.fill(`#${box}`, here);
    await stay(lewis);
    assert.equal(await lewis.page.inputValue(`#${box}`), here);
    assert.match(await lewis.page.locator(`#box-${box}`).innerText(), /Draft, not confirmed yet/);
    await confirm(lewis);
    await lewis.page.click('a:has-text("All standards")');
    await lewis.page.click('a:has-text("See your copy")');
    const copy = await lewis.page.locator("main").innerText();
    assert.ok(copy.includes(first) && copy.includes(here), "both stand in the copy");
  });

  test("an answer of a centre's own stays its own", async () => {
    await go(tam, `/form/${section}`);
    const choice = tam.page.locator(`#box-${box} .common-choice`);
    assert.ok(await choice.locator("input[value=own]").isChecked());
    assert.match(await tam.page.inputValue(`#${box}`), /visits The Glade/);
  });

  test("a change of the common answer is shown, and must be taken over", async () => {
    await go(rae, `/common/${section}`);
    await rae.page.fill(`#${box}`, second);
    await stay(rae);
    await go(lewis, "/check");
    assert.match(await lewis.page.locator("main").innerText(), /common answer that has changed/);
    await go(lewis, `/form/${section}`);
    const choice = lewis.page.locator(`#box-${box} .common-choice`);
    assert.match(await choice.innerText(), /The common answer has changed/);
    assert.match((await choice.locator("ins").allInnerTexts()).join(" "), /one deputy/);
    assert.ok((await choice.locator("del").count()) > 0);
    await goodEverywhere(lewis, "units/22-changed");
    await confirm(lewis);
    assert.equal(await choice.locator("ins").count(), 0);
    await go(lewis, "/check");
    assert.doesNotMatch(
      await lewis.page.locator("main").innerText(),
      /common answer that has changed/,
    );
    await go(tam, `/form/${section}`);
    assert.match(await tam.page.inputValue(`#${box}`), /visits The Glade/);
  });

  test("a centre can answer for itself instead, and come back", async () => {
    await lewis.page.goto(lewis.page.url().replace("/check", `/form/${section}`));
    await lewis.page.locator(`#box-${box} label:has-text("Only what we write below")`).click();
    await lewis.page.fill(`#${box}`, "Hollin Park has a lead of its own.");
    await stay(lewis);
    const choice = lewis.page.locator(`#box-${box} .common-choice`);
    assert.ok(await choice.locator("input[value=own]").isChecked());
    await lewis.page.locator(`#box-${box} label:has-text("This, and what")`).click();
    await lewis.page.fill(`#${box}`, "");
    await confirm(lewis);
    assert.ok(await choice.locator("input[value=common]").isChecked());
    quiet(lewis, "units");
  });

  test("a centre's person finds neither another centre nor the common page", async () => {
    const links = await rae.page.goto(new URL("/home", rae.page.url()).href);
    assert.equal(links.status(), 200);
    const links_of = (all) => all.map((a) => a.href);
    const units = await rae.page.locator(".app-units a").evaluateAll(links_of);
    assert.ok(units.length >= 5);
    const statuses = [];
    for (const address of units) {
      const { pathname, search } = new URL(address);
      await go(tam, pathname + search);
      statuses.push((await tam.page.locator("h1").innerText()).includes("standards left"));
    }
    assert.equal(statuses.filter(Boolean).length, 1, "one centre opens, the person's own");
    const common = await go(tam, "/common");
    assert.equal(common.status(), 404);
    quiet(tam, "units", 404);
  });

  test("works without script too", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    await signIn(plain, somebody("lewis-ferrar", trust));
    await go(plain, `/form/${section}`);
    await goodPage(plain, "plain/21-offered");
    await plain.page.fill(`#${box}`, here);
    await stay(plain);
    assert.equal(await plain.page.inputValue(`#${box}`), here);
    await confirm(plain);
    await plain.context.close();
  });
});
