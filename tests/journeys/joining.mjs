// Joining by consent and what comes after sending: a board adds organisations and invites; a new
// school opens a room, an old one connects the room it has; no board learns of another. Then the
// agency's own list with its calendar.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { linkIn, mailsSoFar, mailTo } from "./support/mailbox.mjs";
import { ensureSent, eventually, force, origin, region, whoIs } from "./support/stack.mjs";

const school = "thistle-row";
const board = "kingsreach";
const nameOf = (code) => region.parties.find((one) => one.code === code).profile.name;

async function addAndInvite(who, { name, type, contact, email }) {
  await go(who, "/register/add");
  await who.page.fill("#name", name);
  await who.page.selectOption("#type", type);
  await who.page.fill("#contact_name", contact);
  await who.page.fill("#contact_email", email);
  await who.page.click('button:has-text("Add it")');
  await who.page.locator(".note--green").waitFor();
}

// What the board's pages say of an entry, but for its name and whom the board writes to there.
async function stateOf(who, name, contact = "") {
  await go(who, "/register");
  const row = who.page.locator("tbody tr", { hasText: name });
  const text = (await row.innerText()).replaceAll(name, "").replace(contact, "");
  return text.replaceAll(/\s+/g, " ").trim();
}

describe("joining a board", () => {
  let browser, manager, newcomer, known, links;
  const lead = whoIs(school, "lead");

  before(async () => {
    browser = await openBrowser();
    [manager, newcomer, known] = [
      await person(browser),
      await person(browser, { viewport: "tablet" }),
      await person(browser),
    ];
    await signIn(manager, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  test("the board looks an organisation up and adds it by hand", async () => {
    await go(manager, "/register");
    assert.equal(await heading(manager), "Register");
    await goodEverywhere(manager, "joining/01-register");
    const listed = region.organisations.find((one) => one.urn);
    await go(manager, `/register/add?by=urn&number=${listed.urn}`);
    assert.equal(await manager.page.locator("#name").inputValue(), listed.name);
    await goodPage(manager, "joining/02-in-directory");
    await go(manager, "/register/add?by=urn&number=999999");
    await goodEverywhere(manager, "joining/02-not-in-directory");
    await manager.page.click('button:has-text("Add it")');
    await manager.page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(manager, "joining/03-missing", { status: 422 });
    quiet(manager, "register", 422);
  });

  test("an invitation answers the same, whoever has an account", async () => {
    const since = await mailsSoFar();
    const newEmail = "head@fern-lane.example";
    const type = "school";
    await addAndInvite(manager, {
      name: "Fern Lane Nursery School",
      type,
      contact: "Una Marsh",
      email: newEmail,
    });
    await goodEverywhere(manager, "joining/04-invited");
    const one = await stateOf(manager, "Fern Lane Nursery School", "Una Marsh");
    await addAndInvite(manager, {
      name: "Thistle Row",
      type,
      contact: lead.name,
      email: lead.email,
    });
    const other = await stateOf(manager, "Thistle Row", lead.name);
    assert.equal(one, other);
    const [first, second] = [
      await mailTo(newEmail, { since }),
      await mailTo(lead.email, { since }),
    ];
    for (const mail of [first, second]) {
      for (const party of region.parties.filter((each) => each.kind === "board")) {
        const named = mail.text.includes(party.profile.name);
        assert.equal(named, party.code === board, `${party.code} in ${mail.text}`);
      }
    }
    links = [linkIn(first), linkIn(second)];
  });

  test("somebody new opens a room and is in", async () => {
    await go(newcomer, links[0]);
    await goodEverywhere(newcomer, "joining/05-invitation");
    await newcomer.page.click('button:has-text("Open the room")');
    await newcomer.page.locator(".govuk-error-summary").waitFor();
    await goodPage(newcomer, "joining/06-missing", { status: 422 });
    quiet(newcomer, "join", 422);
    await newcomer.page.fill("#person_name", "Una Marsh");
    await newcomer.page.fill("#position", "Head teacher");
    await newcomer.page.check("#signs");
    await newcomer.page.click('button:has-text("Open the room")');
    await newcomer.page.locator(".note--green").waitFor();
    assert.match(await newcomer.page.locator(".note--green").innerText(), /Kingsreach/);
    await goodEverywhere(newcomer, "joining/07-joined");
    await eventually("the register says joined", async () =>
      (await stateOf(manager, "Fern Lane Nursery School")).includes("Joined"),
    );
  });

  test("a lead connects the room that they have", async () => {
    await go(known, links[1]);
    assert.equal(await known.page.locator('button:has-text("Open the room")').count(), 0);
    await goodEverywhere(known, "joining/08-has-account");
    await signIn(known, lead);
    await go(known, links[1]);
    await goodEverywhere(known, "joining/09-connect");
    await known.page.click('button:has-text("Join as")');
    await known.page.locator(".note--green").waitFor();
    await goodEverywhere(known, "joining/10-connected");
    await eventually("the register says joined", async () =>
      (await stateOf(manager, "Thistle Row")).includes("Joined"),
    );
    assert.equal(
      await stateOf(manager, "Thistle Row", lead.name),
      await stateOf(manager, "Fern Lane Nursery School", "Una Marsh"),
    );
  });

  test("the board's pages name no other board and not the room's own name", async () => {
    for (const path of ["/register", "/returns"]) {
      await go(manager, path);
      const text = await manager.page.locator("main").innerText();
      for (const party of region.parties.filter((one) => one.kind === "board")) {
        if (party.code !== board) assert.ok(!text.includes(party.profile.name), path);
      }
    }
    await go(manager, "/register");
    const text = await manager.page.locator("main").innerText();
    assert.ok(!text.includes(nameOf(school)), "the entry keeps the board's own name for it");
  });

  test("an invitation is good once, and a wrong one looks the same", async () => {
    const stranger = await person(browser);
    const used = await go(stranger, links[0]);
    const text = await stranger.page.locator("main").innerText();
    const wrong = await go(stranger, `/join/${"x".repeat(43)}`);
    assert.equal(used.status(), wrong.status());
    assert.equal(await stranger.page.locator("main").innerText(), text);
    await goodPage(stranger, "joining/11-over", { status: used.status() });
  });
});

describe("the list after sending", () => {
  let browser, dee, address;

  before(async () => {
    browser = await openBrowser();
    await ensureSent();
    dee = await person(browser);
    await signIn(dee, whoIs(force, "lead"));
  });
  after(() => browser?.close());

  const feed = () => fetch(address);
  const entries = (text) => text.replaceAll("\r\n ", "").split("BEGIN:VEVENT").length - 1;

  test("says what was undertaken, next dates first, and what each board holds", async () => {
    await go(dee, "/list");
    assert.equal(await heading(dee), "My list");
    const rows = dee.page.locator("tbody tr");
    assert.ok((await rows.count()) > 0);
    const dates = await dee.page.locator("tbody tr td:first-child").allInnerTexts();
    const days = dates.map((text) => Date.parse(text.split("\n")[0])).filter(Number.isFinite);
    assert.deepEqual(
      days,
      [...days].sort((a, b) => a - b),
    );
    await goodEverywhere(dee, "list/01-list");
  });

  test("goes into a calendar by a secret address", async () => {
    await dee.page.click('button:has-text("Make a calendar address")');
    address = await dee.page.locator("#address").innerText();
    await goodEverywhere(dee, "list/02-address");
    const answer = await feed();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get("content-type"), /^text\/calendar/);
    const text = await answer.text();
    assert.ok(entries(text) > 0, text);
    for (const line of text.replaceAll("\r\n ", "").trim().split("\r\n")) {
      assert.match(
        line,
        /^(BEGIN|END|VERSION|PRODID|X-WR-CALNAME|UID|DTSTAMP|DTSTART;VALUE=DATE|SUMMARY|TRANSP):/,
      );
    }
    for (const party of region.parties) assert.ok(!text.includes(party.profile.name));
  });

  test("and only by the right one", async () => {
    const old = address;
    const wrong = `${origin}/calendar/orc_${"x".repeat(43)}.ics`;
    assert.equal((await fetch(wrong)).status, 404);
    assert.equal((await fetch(old.replace(".ics", ""))).status, 404);
    await go(dee, "/list");
    await dee.page.click('button:has-text("Make another address")');
    address = await dee.page.locator("#address").innerText();
    assert.equal((await fetch(old)).status, 404);
    assert.equal((await feed()).status, 200);
    const secret = address.split("/").at(-1).replace(".ics", "");
    const headers = { authorization: `Bearer ${secret}` };
    assert.equal((await fetch(`${origin}/api/v1/me`, { headers })).status, 401);
    await go(dee, "/list");
    await dee.page.click('button:has-text("Stop the address")');
    await goodPage(dee, "list/03-stopped");
    assert.equal((await feed()).status, 404);
  });

  test("does the same without script", async () => {
    const plain = await person(browser, { script: false, viewport: "phone" });
    await signIn(plain, whoIs(force, "lead"));
    await go(plain, "/list");
    await goodPage(plain, "plain/list");
    await plain.page.click('button:has-text("Make a calendar address")');
    address = await plain.page.locator("#address").innerText();
    await goodPage(plain, "plain/list-address");
    assert.equal((await feed()).status, 200);
    await go(plain, "/programs");
    await plain.page.locator("main form button").first().click();
    await goodPage(plain, "plain/programs-missing", { status: 422 });
  });

  test("is empty for an organisation that has sent nothing", async () => {
    const other = await person(browser);
    await signIn(other, whoIs("moorland-ambulance", "lead"));
    await go(other, "/list");
    assert.equal(await other.page.locator("tbody tr").count(), 0);
    await goodEverywhere(other, "list/04-empty");
  });
});
