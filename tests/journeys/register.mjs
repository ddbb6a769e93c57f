// A board manager keeps the register and opens a wave: organisations are added, changed, merged and
// closed with nothing overwritten, some of them are asked on one page, and the home says at once
// how it stands. The same without JavaScript, and nothing of it reaches another board.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { whoIs } from "./support/stack.mjs";

const names = ["Quill Lane Nursery", "Quill Lane Infants", "Amber Row Hall", "Old Ferry Centre"];

const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
const saved = (who) => who.page.locator(".note--green").waitFor();
const row = (who, name) => who.page.locator("tbody tr", { hasText: name });
const story = (who) => who.page.locator("section:has(#history-h)").innerText();

async function date(page, id, [day, month, year]) {
  await page.fill(`[name='${id}_day']`, day);
  await page.fill(`[name='${id}_month']`, month);
  await page.fill(`[name='${id}_year']`, year);
}

async function add(who, name, type = "school") {
  await go(who, "/register/add");
  await who.page.fill("#name", name);
  await who.page.selectOption("#type", type);
  await press(who, "Add it");
  await saved(who);
}

async function openEntry(who, name) {
  await go(who, `/register?q=${encodeURIComponent(name)}`);
  await who.page.locator("tbody th a", { hasText: name }).first().click();
  await who.page.locator("h1", { hasText: name }).waitFor();
}

async function tick(who, name) {
  await row(who, name).locator("label.chk").click();
}

async function figure(who, words) {
  const box = who.page.locator(".stats li", { hasText: words });
  return Number(/(\d+)/.exec(await box.locator(".stats__n").innerText())[1]);
}

describe("a manager keeps the register", () => {
  let browser, manager, second, plain, stranger;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    second = await person(browser);
    plain = await person(browser, { viewport: "tablet", script: false });
    stranger = await person(browser);
    for (const who of [manager, second, plain]) await signIn(who, whoIs("tarnbridge", "manager"));
    await signIn(stranger, whoIs("harrowmere", "manager"));
  });
  after(() => browser?.close());

  test("home is where everybody of a board arrives", async () => {
    assert.equal(new URL(manager.page.url()).pathname, "/board");
    await goodEverywhere(manager, "register/01-home");
    await goodPage(plain, "register/01-home-plain");
  });

  test("organisations are added, and an impossible day comes back as it was typed", async () => {
    for (const name of names)
      await add(manager, name, name.includes("Nursery") ? "nursery" : "school");
    await openEntry(manager, names[0]);
    await manager.page.click('main a:has-text("Change")');
    await goodEverywhere(manager, "register/02-change");
    await manager.page.fill("#own_ref", "QL-1");
    await manager.page.fill("#months", "36");
    await date(manager.page, "completed", ["29", "2", "2025"]);
    await press(manager, "Save");
    await manager.page.locator(".govuk-error-summary", { hasText: "29 February 2025" }).waitFor();
    assert.equal(await manager.page.inputValue("#own_ref"), "QL-1");
    await goodPage(manager, "register/03-no-such-day", { status: 422 });
    quiet(manager, "an impossible day", 422);
    await date(manager.page, "completed", ["29", "2", "2024"]);
    await press(manager, "Save");
    await saved(manager);
    const facts = await manager.page.locator(".app-facts").innerText();
    assert.match(facts, /29 February 2024/);
    assert.match(facts, /every 36 months[^]*28 February 2027/);
    assert.match(await story(manager), /Changed[^]*Before:/);
    await goodEverywhere(manager, "register/04-entry");
  });

  test("two who write at once lose no words", async () => {
    for (const who of [manager, second]) {
      await openEntry(who, names[1]);
      await who.page.click('main a:has-text("Change")');
    }
    await manager.page.fill("#name", "Quill Lane First School");
    await press(manager, "Save");
    await saved(manager);
    await second.page.fill("#notes", "Words of the second");
    await press(second, "Save");
    await second.page.locator(".note--amber", { hasText: "Quill Lane First School" }).waitFor();
    assert.equal(await second.page.inputValue("#notes"), "Words of the second");
    await goodPage(second, "register/05-both-wrote", { status: 409 });
    quiet(second, "overtaken", 409);
    await second.page.fill("#name", "Quill Lane First School");
    await press(second, "Save mine instead");
    await saved(second);
    assert.match(await story(second), /Renamed from Quill Lane Infants to Quill Lane First School/);
  });

  test("two become one, and both keep their history", async () => {
    await openEntry(manager, names[0]);
    await manager.page.click('main a:has-text("It became one with another")');
    await goodEverywhere(manager, "register/06-merge");
    await press(manager, "Merge them");
    await manager.page.locator(".govuk-error-summary").waitFor();
    quiet(manager, "into nothing", 422);
    await manager.page.selectOption("#into", { label: "Quill Lane First School" });
    await manager.page.fill("#reason", "One head teacher since September");
    await press(manager, "Merge them");
    await saved(manager);
    assert.equal(await heading(manager), "Quill Lane First School");
    assert.match(await story(manager), /Took in Quill Lane Nursery[^]*One head teacher/);
  });

  test("those ticked are asked on one page, and the home says so at once", async () => {
    await go(manager, "/register");
    await press(manager, "Ask those ticked");
    await manager.page.locator(".note--amber", { hasText: "Tick the organisations" }).waitFor();
    for (const name of ["Quill Lane First School", names[2], names[3]]) await tick(manager, name);
    await goodEverywhere(manager, "register/07-ticked");
    await press(manager, "Ask those ticked");
    assert.equal(await heading(manager), "Ask 3 organisations");
    await goodEverywhere(manager, "register/08-new-wave");
    const join = manager.page.locator("label[for=join-new]");
    if ((await join.count()) > 0) await join.click();
    await manager.page.fill("#title", "Spring wave");
    await manager.page.fill("#period", "Spring 2027");
    await date(manager.page, "due", ["30", "2", "2027"]);
    await press(manager, "Ask them");
    await manager.page.locator(".govuk-error-summary", { hasText: "30 February 2027" }).waitFor();
    assert.equal(await manager.page.inputValue("#title"), "Spring wave");
    quiet(manager, "no such day", 422);
    await date(manager.page, "due", ["30", "4", "2027"]);
    await press(manager, "Ask them");
    await saved(manager);
    const told = await manager.page.locator(".note--green").innerText();
    assert.match(told, /3 organisations are asked now/);
    assert.match(told, /not joined yet/);
    assert.equal(await heading(manager), "Spring wave");
    assert.equal(await manager.page.locator("tbody tr").count(), 3);
    await goodEverywhere(manager, "register/09-wave");
    await manager.page.click('main a:has-text("Where it stands")');
    assert.equal(await heading(manager), "3 returns due by 30 April 2027, 0 in");
    assert.equal(await figure(manager, "Not started"), 3);
    await goodEverywhere(manager, "register/10-home");
    await manager.page.locator(".stats a", { hasText: "Not started" }).click();
    assert.equal(await manager.page.locator("tbody tr").count(), 3);
  });

  test("whoever asks more in a wave may look for them first", async () => {
    const { page } = manager;
    await go(manager, new URL(await hrefOfWave(manager), page.url()).pathname);
    await page.click('main a:has-text("Ask more in it")');
    await page.fill("#q", "amber row");
    await page.click('main form button:has-text("Show")');
    assert.equal(await page.locator("tbody tr").count(), 1);
    await page.locator(".note", { hasText: "Tick those that join the wave" }).waitFor();
    await page.click('thead a:has-text("Due")');
    await page.click('main a:has-text("Ask all 1 organisation")');
    assert.equal(await heading(manager), "Ask 1 organisation");
    const chosen = page.locator("input[name=join]:checked");
    assert.match(
      await page.locator(`label[for=${await chosen.getAttribute("id")}]`).innerText(),
      /Spring wave/,
    );
    await go(manager, "/board");
    await page.selectOption("#wave", { label: "Spring wave" });
    await page.click('main form button:has-text("Show")');
    await page.locator(".stats a", { hasText: "Not started" }).click();
    assert.equal(await page.locator("tbody tr").count(), 3, "nobody was asked by looking");
  });

  test("who closes or need not answer leaves the denominator", async () => {
    await row(manager, names[2]).locator("td[data-l=Due] a").click();
    await manager.page.fill("#reason", "No children there this year");
    await press(manager, "Leave it out");
    await saved(manager);
    await goodPage(manager, "register/11-left-out");
    await openEntry(manager, names[3]);
    await manager.page.click('main a:has-text("It has closed")');
    await goodEverywhere(manager, "register/12-close");
    await press(manager, "Close it");
    await saved(manager);
    await go(manager, "/board");
    await manager.page.selectOption("#wave", { label: "Spring wave" });
    await manager.page.click('main form button:has-text("Show")');
    assert.equal(await heading(manager), "1 return due by 30 April 2027, 0 in");
    assert.match(await manager.page.locator("main").innerText(), /1 return is left out/);
  });

  test("without JavaScript it is the same, and the list is taken along", async () => {
    await go(plain, "/register");
    await plain.page.fill("#q", "amber row");
    await plain.page.click('main form button:has-text("Show")');
    assert.equal(await plain.page.locator("tbody tr").count(), 1);
    await goodEverywhere(plain, "register/13-found");
    const href = await plain.page.getAttribute('main a:has-text("Take this list along")', "href");
    const file = await plain.page.request.get(new URL(href, plain.page.url()).href);
    assert.match(file.headers()["content-type"], /text\/csv/);
    const lines = (await file.text()).trim().split("\r\n");
    assert.equal(lines.length, 2);
    assert.match(lines[1], /^"Amber Row Hall","School"/);
    await go(plain, "/register/types");
    await goodEverywhere(plain, "register/14-kinds");
  });

  test("another board finds none of it", async () => {
    const wave = new URL(await hrefOfWave(manager), manager.page.url()).pathname;
    for (const path of [wave, `/board?wave=${wave.split("/").at(-1)}`]) {
      assert.equal((await go(stranger, path)).status(), 404, path);
    }
    quiet(stranger, "another board's wave", 404);
    await go(stranger, "/register");
    assert.ok(!(await stranger.page.locator("main").innerText()).includes("Quill Lane"));
  });
});

async function hrefOfWave(who) {
  await go(who, "/waves");
  await goodPage(who, "register/15-waves");
  return who.page.locator("tbody a", { hasText: "Spring wave" }).getAttribute("href");
}
