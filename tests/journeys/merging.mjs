// Two rooms of one organisation become one: two leads in two browsers, a code handed over, the same
// preview read by both, two presses. Boards read what they read before. Last of all journeys,
// since a room is gone afterwards.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { ensureSent, eventually, force, origin, people, region, whoIs } from "./support/stack.mjs";

const ambulance = "moorland-ambulance";
const shared = ["westmarch", "eldervale"];
const nameOf = (code) => region.parties.find((one) => one.code === code).profile.name;
const inBoth = "C4.1";
const rota = Buffer.from("%PDF-1.4\nWho is on call for children this month.\n");

// A piece of evidence as a file, once it is checked; the address that its people get it at.
async function keepFile(client, who, bytes) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const answer = await fetch(`${origin}/api/v1/evidence/files/${sha256}?name=rota.pdf`, {
    method: "PUT",
    headers: { authorization: `Bearer ${client.token}` },
    body: bytes,
  });
  assert.equal(answer.status, 200);
  const address = `${origin}/evidence/${(await answer.json()).evidence}/file`;
  await eventually("the file is checked", async () => {
    return (await who.context.request.get(address)).status() === 200;
  });
  return address;
}

// What a board's own pages say, and the copies that it holds.
async function readByBoard(code) {
  const manager = people.withRole(code, "manager");
  const { returns } = await manager.get("/returns");
  const copies = [];
  for (const one of returns.filter((each) => each.return)) {
    copies.push(await manager.get(`/returns/${one.return}`));
  }
  return JSON.stringify([returns, copies]);
}

describe("two rooms become one", () => {
  let browser, dee, catrin, code, theirs, file, asBefore;

  before(async () => {
    browser = await openBrowser();
    await ensureSent();
    dee = await person(browser);
    catrin = await person(browser, { viewport: "tablet" });
    await signIn(dee, whoIs(force, "lead"));
    await signIn(catrin, whoIs(ambulance, "lead"));
    const lead = people.withRole(ambulance, "lead");
    file = await keepFile(lead, catrin, rota);
    theirs = (await lead.get(`/answers/${inBoth}`)).describes;
    asBefore = await Promise.all(shared.map(readByBoard));
  });
  after(() => browser?.close());

  test("a lead finds it from the account and makes a code", async () => {
    await go(catrin, "/account");
    await catrin.page.click('a:has-text("the two can become one")');
    assert.equal(await heading(catrin), "Merge two rooms");
    await goodEverywhere(catrin, "merging/01-begin");
    await catrin.page.click('button:has-text("Make a code")');
    code = await catrin.page.locator("#code").innerText();
    assert.match(code, /^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    await goodPage(catrin, "merging/02-code");
    await go(catrin, "/merge");
    assert.ok(!(await catrin.page.content()).includes(code), "it is shown only once");
  });

  test("no other code leads anywhere, told alike", async () => {
    const told = [];
    for (const wrong of ["no code at all", "K7QM-2F9D-XW4T-8HRC"]) {
      await go(dee, "/merge");
      await dee.page.fill("#code", wrong);
      await dee.page.check("#stays-other");
      await dee.page.click('button:has-text("Go on")');
      told.push(await dee.page.locator(".govuk-error-summary").innerText());
      assert.equal(await dee.page.locator("#code").inputValue(), wrong);
      assert.ok(await dee.page.locator("#stays-other").isChecked());
    }
    assert.equal(told[0], told[1]);
    await goodEverywhere(dee, "merging/03-wrong", { status: 422 });
    quiet(dee, "merge", 422);
  });

  test("the right one shows both leads what would happen, and nothing has", async () => {
    await go(dee, "/merge");
    await dee.page.fill("#code", code.toLowerCase().replaceAll("-", " "));
    await dee.page.check("#stays-this");
    await dee.page.click('button:has-text("Go on")');
    await dee.page.locator(".note--green").waitFor();
    await goodEverywhere(dee, "merging/04-preview-stays");
    await go(catrin, "/merge");
    await goodEverywhere(catrin, "merging/05-preview-goes");
    const tables = [];
    for (const who of [dee, catrin]) {
      const text = await who.page.locator("main").innerText();
      assert.match(text, /question(s are| is) answered in both rooms/);
      assert.match(text, /boards have both rooms in their registers/);
      tables.push(await who.page.locator("main table").innerText());
    }
    assert.equal(tables[0], tables[1]);
    assert.match(await catrin.page.locator("main").innerText(), /Your room goes/);
  });

  test("either can say no until the second press", async () => {
    await catrin.page.click('button:has-text("Agree to this")');
    await catrin.page.locator(".note--green").waitFor();
    await go(dee, "/merge");
    await dee.page.click('button:has-text("Do not merge")');
    await dee.page.locator(".note--green").waitFor();
    await go(catrin, "/merge");
    assert.equal(await heading(catrin), "Merge two rooms");
  });

  test("with both agreements it is one room, without script too", async () => {
    await catrin.page.click('button:has-text("Make a code")');
    code = await catrin.page.locator("#code").innerText();
    const plain = await person(browser, { script: false, viewport: "tablet" });
    await signIn(plain, whoIs(force, "lead"));
    await go(plain, "/merge");
    await plain.page.fill("#code", code);
    await plain.page.click('button:has-text("Go on")');
    await goodPage(plain, "plain/merge");
    await plain.page.click('button:has-text("Agree to this")');
    await plain.page.locator(".note--green").waitFor();
    await go(catrin, "/merge");
    await goodEverywhere(catrin, "merging/06-second-press");
    await catrin.page.click('button:has-text("merge the two rooms now")');
    assert.equal(await heading(catrin), "The two rooms are one");
    await goodEverywhere(catrin, "merging/07-merged");
  });

  test("whoever was in the room that went comes into the one that stays", async () => {
    await go(catrin, "/home");
    assert.match(catrin.page.url(), /\/sign-in/);
    await signIn(catrin, { ...whoIs(ambulance, "lead"), party: nameOf(force) });
    await go(catrin, "/merge");
    const text = await catrin.page.locator("main").innerText();
    assert.ok(text.includes(nameOf(force)), text);
    assert.ok(text.includes(nameOf(ambulance)), "it says which room became part of it");
    await goodEverywhere(catrin, "merging/08-after");
  });

  test("its evidence is there, the file too", async () => {
    const answer = await dee.context.request.get(file);
    assert.equal(answer.status(), 200);
    assert.deepEqual(await answer.body(), rota);
  });

  test("both texts stand side by side, and the other one can be used", async () => {
    await go(catrin, "/both-had");
    await goodEverywhere(catrin, "merging/09-both-had");
    const mine = catrin.page.locator("section", { hasText: theirs });
    assert.equal(await mine.count(), 1);
    await mine.locator('button:has-text("Use the other text")').click();
    assert.match(catrin.page.url(), new RegExp(`/questions/${inBoth}`));
    const box = catrin.page.locator("#describes, textarea[name=describes]").first();
    assert.equal(await box.inputValue(), theirs);
    await go(catrin, "/both-had");
    assert.equal(await mine.count(), 0);
    await go(catrin, `/questions/${inBoth}/history`);
    await goodPage(catrin, "merging/10-history");
  });

  test("the boards read what they read before, to the letter", async () => {
    assert.deepEqual(await Promise.all(shared.map(readByBoard)), asBefore);
  });
});
