// A trust and its centres: what a centre keeps is its own, what the trust keeps is common to all, a
// file that backs a question is added from there, and what runs out is marked.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request as ask } from "node:https";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { eventually, force, origin, somebody, whoIs } from "./support/stack.mjs";

const trust = "fenwick-lane";
const mark = randomUUID().slice(0, 8);
const pdf = (words) => Buffer.from(`%PDF-1.4\n%${mark} ${words}\n%%EOF\n`);
const file = (name, buffer) => ({ name, mimeType: "application/pdf", buffer });
const own = `Rota of Hollin Park ${mark}`;
const common = `Policy of the trust ${mark}`;

const list = (who) => who.page.locator("table.app-table");
const row = (who, title) => list(who).locator("tr", { hasText: title });
const arrived = (who) => who.page.waitForURL(/\/evidence\/[0-9a-f-]{36}/);

async function add(who, title, words, more = {}) {
  await go(who, "/evidence/add");
  await who.page.setInputFiles("#file", file("a.pdf", pdf(words)));
  for (const [field, text] of Object.entries({ title, ...more })) {
    await who.page.fill(`#${field}`, text);
  }
  await who.page.click("main form[data-upload] button");
  await arrived(who);
  return new URL(who.page.url()).pathname;
}

// The day on the page's own calendar, that many days on.
async function dayFrom(who, days) {
  await go(who, "/evidence/add");
  const today = new Date(`${await who.page.inputValue("#received_on")}T12:00:00Z`);
  return new Date(today.getTime() + days * 86400000).toISOString().slice(0, 10);
}

// The first half of an upload, and then the connection is gone.
async function breakOff(who, title, bytes) {
  await go(who, "/evidence/add");
  const csrf = await who.page.inputValue("main input[name=csrf]");
  const cookies = await who.context.cookies(origin);
  const boundary = "----broken-off";
  const field = (name, text) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const head =
    field("csrf", csrf) +
    field("title", title) +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n` +
    "Content-Type: application/pdf\r\n\r\n";
  const whole = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  await new Promise((done) => {
    const sending = ask(`${origin}/evidence/add`, {
      method: "POST",
      rejectUnauthorized: false,
      headers: {
        "Content-Type": `multipart/form-data; boundary=${boundary}`,
        "Content-Length": whole.length,
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
        Origin: origin,
      },
    });
    sending.on("error", done);
    sending.on("close", done);
    sending.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
      setTimeout(() => sending.destroy(), 300);
    });
  });
}

describe("the centres' journey", () => {
  let browser, rae, lewis, tam, lead, owned, shared;

  before(async () => {
    browser = await openBrowser();
    [rae, lewis, tam, lead] = await Promise.all([1, 2, 3, 4].map(() => person(browser)));
    await signIn(rae, somebody("rae-dunmore", trust));
    await signIn(lewis, somebody("lewis-ferrar", trust));
    await signIn(tam, somebody("tam-whitlock", trust));
    await signIn(lead, whoIs(force, "lead"));
  });
  after(() => browser?.close());

  test("a centre changes its own piece although no answer is backed by it yet", async () => {
    owned = await add(lewis, own, "rota");
    assert.equal(await heading(lewis), own);
    await lewis.page.click('summary:has-text("Change the words and dates")');
    await lewis.page.fill("#title", `${own}, spring`);
    await lewis.page.click('form:has(#title) button:has-text("Save")');
    assert.equal(await heading(lewis), `${own}, spring`);
    await goodEverywhere(lewis, "centres/30-own-piece");
  });

  test("what the trust keeps is common: a centre sees it and cannot change it", async () => {
    shared = await add(rae, common, "policy", { expires_on: await dayFrom(rae, 10) });
    await go(lewis, "/evidence");
    assert.match(await row(lewis, common).innerText(), /Common to your whole organisation/);
    assert.doesNotMatch(await row(lewis, own).innerText(), /Common/);
    await goodEverywhere(lewis, "centres/31-list-of-a-centre");
    await go(lewis, shared);
    assert.match(await lewis.page.locator("main").innerText(), /Common to all parts/);
    assert.equal(await lewis.page.locator('summary:has-text("Change the words")').count(), 0);
    await goodEverywhere(lewis, "centres/32-common-piece");
  });

  test("another centre does not find it, in the list or by its address", async () => {
    await go(tam, "/evidence");
    assert.equal(await row(tam, own).count(), 0);
    assert.equal(await row(tam, common).count(), 1);
    const answer = await go(tam, owned);
    assert.equal(answer.status(), 404);
    quiet(tam, "another centre", 404);
  });

  test("the trust's lead sees all, whose each is, and what runs out soon", async () => {
    await go(rae, "/evidence");
    assert.match(await row(rae, own).innerText(), /Hollin Park/);
    assert.match(await row(rae, common).innerText(), /Runs out in 10 days/);
    await goodEverywhere(rae, "centres/33-list-of-the-trust");
  });

  test("who opened a file stands beside it", async () => {
    await go(rae, shared);
    await eventually("the file is checked", async () => {
      await rae.page.reload();
      return (await rae.page.locator(".pill-row").innerText()).includes("Checked");
    });
    const answer = await rae.context.request.get(`${origin}${shared}/file`);
    assert.equal(answer.status(), 200);
    await rae.page.reload();
    const opened = rae.page.locator("section", { hasText: "Who opened it" });
    assert.match(await opened.innerText(), /Rae Dunmore, version 1/);
    await goodPage(rae, "centres/34-who-opened-it");
  });

  test("a newer file without an end takes the mark away", async () => {
    await rae.page.click('summary:has-text("Send a newer file")');
    await rae.page.setInputFiles("#file", file("b.pdf", pdf("newer policy")));
    await rae.page.click('form[data-upload] button:has-text("Send it")');
    await rae.page.waitForURL(/saved=file/);
    await go(rae, "/evidence");
    assert.match(await row(rae, common).innerText(), /No end/);
  });

  test("from a question: what was typed is saved, and the file comes back backing it", async () => {
    await go(lead, "/questions/C1.1");
    const before = await lead.page.inputValue("#describes");
    const typed = `${before} Typed just before ${mark}.`.trim();
    await lead.page.fill("#describes", typed);
    await lead.page.click('button[value="evidence"]');
    await lead.page.waitForURL(/\/evidence\/add\?for=C1\.1/);
    assert.match(await lead.page.locator("main").innerText(), /It will back your answer on/);
    await goodEverywhere(lead, "centres/35-add-for-a-question");
    await lead.page.setInputFiles("#file", file("c.pdf", pdf("for C1.1")));
    await lead.page.fill("#title", `Minutes ${mark}`);
    await lead.page.click("main form[data-upload] button");
    await lead.page.waitForURL(/\/questions\/C1\.1\?/);
    const page = await lead.page.locator("main").innerText();
    assert.match(page, /it backs this answer/);
    assert.match(page, new RegExp(`Minutes ${mark}`));
    assert.match(page, /A file, /);
    assert.equal(await lead.page.inputValue("#describes"), typed);
    await goodEverywhere(lead, "centres/36-question-with-a-file");
    await lead.page.fill("#describes", before);
    // What was confirmed is confirmed again: the journeys after this one find it as it was.
    await lead.page.click(`button[value="${before === "" ? "stay" : "next"}"]`);
    await lead.page.waitForURL((url) => !url.search.includes("saved=evidence"));
  });

  test("an upload that broke off is simply repeated, and is one file", async () => {
    const title = `Broken off ${mark}`;
    const bytes = Buffer.concat([pdf("broken"), Buffer.alloc(2 * 1024 * 1024, "x")]);
    await breakOff(lewis, title, bytes);
    await go(lewis, "/evidence");
    assert.equal(await row(lewis, title).count(), 0, "half a file is none");
    const addresses = [];
    for (let time = 0; time < 2; ++time) {
      await go(lewis, "/evidence/add");
      await lewis.page.setInputFiles("#file", file("a.pdf", bytes));
      await lewis.page.fill("#title", title);
      await lewis.page.click("main form[data-upload] button");
      await arrived(lewis);
      addresses.push(new URL(lewis.page.url()).pathname);
    }
    assert.equal(addresses[0], addresses[1]);
    await go(lewis, "/evidence");
    assert.equal(await row(lewis, title).count(), 1);
    quiet(lewis, "centres");
  });

  test("how far a file has been sent is shown", async () => {
    await go(lewis, "/evidence/add");
    const session = await lewis.context.newCDPSession(lewis.page);
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 1024 * 1024,
    });
    const bytes = Buffer.concat([pdf("slow"), Buffer.alloc(3 * 1024 * 1024, "y")]);
    await lewis.page.setInputFiles("#file", file("slow.pdf", bytes));
    await lewis.page.fill("#title", `Slow ${mark}`);
    await lewis.page.click("main form[data-upload] button");
    const words = lewis.page.locator("[data-upload-words]");
    await words.filter({ hasText: /Sending 3\.0 MB: [1-9]/ }).waitFor();
    await arrived(lewis);
    await session.detach();
  });

  test("works without script too", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    await signIn(plain, somebody("lewis-ferrar", trust));
    await go(plain, "/evidence");
    await goodPage(plain, "plain/31-list-of-a-centre");
    await go(plain, shared);
    await goodPage(plain, "plain/32-common-piece");
    await plain.context.close();
  });
});
