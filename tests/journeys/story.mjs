// The whole of it, as somebody new meets it: an invitation in the mail, a room, two colleagues, a
// site that takes over what is common, three pieces of evidence, a session that ends in the middle
// of a sentence, and a signed return that the board holds. Its pictures are the handbook's.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signByMail, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { linkIn, mailsSoFar, mailTo } from "./support/mailbox.mjs";
import { eventually, whoIs } from "./support/stack.mjs";

const board = "eldervale";
const trust = "Willow Bank Family Trust";
const annexe = "Willow Bank Annexe";
const nia = { name: "Nia Forrest", email: "nia.forrest@willowbank.example" };
const ben = { name: "Ben Achterberg", email: "ben.achterberg@willowbank.example" };
const cara = { name: "Cara Linden", email: "cara.linden@willowbank.example" };
const common = "The trust's director reports to the trustees on safeguarding every quarter.";
const here = "At the Annexe the duty manager is the first to be told, by day and by night.";
const typed = "Every new volunteer is checked before the first day, and again after three years.";

const pdf = (words) => Buffer.from(`%PDF-1.4\n%${words}\n%%EOF\n`);
const file = (name, words) => ({ name, mimeType: "application/pdf", buffer: pdf(words) });
const press = (who, words) => who.page.click(`main button:has-text("${words}")`);
const save = async (who) => {
  await who.page.click("button[name=go][value=stay]");
  await who.page.locator(".note--green").waitFor();
};
// Goes on to the next standard.
const confirm = async (who) => {
  const before = who.page.url();
  await who.page.click("button[name=go][value=next]");
  await who.page.waitForURL((url) => url.href !== before);
};

describe("from an invitation to a return that the board holds", () => {
  let browser, manager, lead, writer, there, cookies;

  before(async () => {
    browser = await openBrowser();
    [manager, lead, writer, there] = await Promise.all([1, 2, 3, 4].map(() => person(browser)));
    await signIn(manager, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  async function invited(name) {
    const since = await mailsSoFar();
    await invite(manager, name, nia.name, nia.email);
    return linkIn(await mailTo(nia.email, { since }));
  }

  test("the mail's link opens a room, with nothing to install and no password", async () => {
    const link = await invited(trust);
    await go(lead, link);
    await goodEverywhere(lead, "story/01-invitation");
    await lead.page.fill("#person_name", nia.name);
    await lead.page.fill("#position", "Director");
    await lead.page.check("#signs");
    await press(lead, "Open the room");
    await lead.page.locator(".note--green").waitFor();
    await goodPage(lead, "story/02-joined");
  });

  test("a site is named, and the board's second invitation taken up for it", async () => {
    await go(lead, "/sites");
    await lead.page.fill("#name", annexe);
    await press(lead, "Add the site");
    await goodEverywhere(lead, "story/03-sites");
    await go(lead, await invited(annexe));
    const chosen = lead.page.locator("#unit option:checked");
    assert.equal(await chosen.innerText(), annexe, "the board's name for it chooses it");
    await goodPage(lead, "story/04-connect-site");
    await press(lead, "Join as");
    await lead.page.locator(".note--green").waitFor();
    await ask(manager, annexe);
    await eventually("the room says what is asked", async () => {
      await go(lead, "/home");
      return (await lead.page.locator("main").innerText()).includes("Eldervale");
    });
    await goodEverywhere(lead, "story/05-home");
  });

  test("two colleagues come in by mail, one for the site alone", async () => {
    for (const [who, one, unit] of [
      [writer, cara, ""],
      [there, ben, annexe],
    ]) {
      const since = await mailsSoFar();
      await go(lead, "/colleagues/invite");
      await lead.page.fill("#name", one.name);
      await lead.page.fill("#email", one.email);
      await lead.page.check("#role", { force: true });
      if (unit) await lead.page.selectOption("#unit", { label: unit });
      await goodPage(lead, unit ? "story/06-invite-for-a-site" : "story/06-invite");
      await press(lead, "Send the invitation");
      await go(who, linkIn(await mailTo(one.email, { since })));
      await who.page.click("main form button");
      await who.page.waitForURL(/\/home/);
    }
    await go(lead, "/colleagues");
    const rows = await lead.page.locator("tbody").first().innerText();
    assert.match(rows, /Ben Achterberg[\s\S]*Willow Bank Annexe/);
    await goodEverywhere(lead, "story/07-colleagues");
  });

  test("what is common is written once, and the site takes it over and adds to it", async () => {
    await go(lead, "/home");
    await lead.page.click('a:has-text("Common answers")');
    await lead.page.locator("tbody tr a").first().click();
    const box = await lead.page.locator("main textarea").first().getAttribute("id");
    await lead.page.fill(`#${box}`, common);
    await save(lead);
    await goodPage(lead, "story/08-common");
    await go(there, "/home");
    await there.page.locator("tbody tr a").first().click();
    const choice = there.page.locator(`#box-${box} .common-choice`);
    assert.ok((await choice.innerText()).includes(common));
    assert.ok(await choice.locator("input[value=common]").isChecked());
    await there.page.fill(`#${box}`, here);
    await chooseGreen(there);
    await goodEverywhere(there, "story/09-taken-over");
    await confirm(there);
  });

  test("a session that ends in the middle of a sentence loses nothing", async () => {
    await go(writer, "/home");
    await writer.page.locator("tbody tr a").nth(1).click();
    const box = writer.page.locator("main textarea").first();
    await box.fill(typed);
    cookies = await writer.context.cookies();
    await writer.context.clearCookies();
    await writer.page.click("button[name=go][value=stay]");
    await writer.page.locator("h1", { hasText: "You were signed out" }).waitFor();
    await goodPage(writer, "story/10-signed-out", { status: 401 });
    await writer.context.addCookies(cookies);
    await writer.page.click('main button:has-text("Send it again")');
    if ((await heading(writer)) === "Send it again") {
      await writer.page.click('main button:has-text("Send it again")');
    }
    await writer.page.locator(".note--green").waitFor();
    assert.equal(await writer.page.locator("main textarea").first().inputValue(), typed);
    quiet(writer, "signed out", 401, 403);
  });

  test("the rest is written, and the check finds nothing missing", async () => {
    await go(writer, "/home");
    const links = writer.page.locator("tbody tr a");
    const addresses = await links.evaluateAll((all) =>
      all.map((one) => new URL(one.href).pathname),
    );
    for (const address of addresses) {
      await go(writer, address);
      for (const box of await writer.page.locator("main textarea:not([name^=c-])").all()) {
        if (!(await box.isVisible()) || (await box.inputValue())) continue;
        await box.fill("We do this, look at it twice a year, and tell the trustees what we find.");
      }
      await chooseGreen(writer);
      if (address === addresses.at(-1)) await goodPage(writer, "story/11-standard");
      await confirm(writer);
    }
    await go(writer, "/check");
    await goodEverywhere(writer, "story/12-check");
  });

  test("three pieces of evidence go in and are checked", async () => {
    for (const [name, words] of [
      ["Safeguarding policy", "policy"],
      ["Training record", "training"],
      ["Rota of duty managers", "rota"],
    ]) {
      await go(writer, "/evidence/add");
      await writer.page.setInputFiles("#file", file(`${words}.pdf`, words));
      await writer.page.fill("#title", name);
      if (words === "policy") await goodPage(writer, "story/13-add-evidence");
      await writer.page.click("main form[data-upload] button");
      await writer.page.waitForURL(/\/evidence\/[0-9a-f-]{36}/);
      await eventually("the file is checked", async () => {
        await writer.page.reload();
        return (await writer.page.locator(".pill-row").innerText()).includes("Checked");
      });
    }
    await go(writer, "/evidence");
    await goodEverywhere(writer, "story/14-evidence");
  });

  test("the lead signs with a mailed code, and the board holds the return", async () => {
    await go(lead, "/role");
    await lead.page.click('main button.rolecard:has-text("authoriser")');
    await go(lead, "/authorise");
    await goodPage(lead, "story/15-authorise");
    await lead.page.check("#statement", { force: true });
    await signByMail(lead, nia.email, () => goodPage(lead, "story/16-code"));
    await lead.page.locator("h1", { hasText: "Sent to boards" }).waitFor();
    await eventually("the board holds it", async () => {
      await go(lead, "/sent");
      return (await lead.page.locator(".track__row").innerText()).includes("Waiting for the board");
    });
    await goodEverywhere(lead, "story/17-sent");
    await go(manager, "/returns");
    await manager.page.click(`a:has-text("${annexe}")`);
    const copy = await manager.page.locator("main").innerText();
    for (const words of [common, here, typed]) assert.ok(copy.includes(words), words);
    await goodPage(manager, "story/18-board");
    quiet(lead, "story");
  });

  test("somebody invited without script comes in just as well", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    const since = await mailsSoFar();
    await invite(manager, "Alder Grove Clinic", "Una Sorrell", "una.sorrell@aldergrove.example");
    await go(plain, linkIn(await mailTo("una.sorrell@aldergrove.example", { since })));
    await goodPage(plain, "plain/story-invitation");
    await press(plain, "Open the room");
    assert.match(await plain.page.locator(".govuk-error-summary").innerText(), /Enter your name/);
    await plain.page.fill("#person_name", "Una Sorrell");
    await plain.page.fill("#position", "Practice manager");
    await press(plain, "Open the room");
    await plain.page.locator(".note--green").waitFor();
    await go(plain, "/sites");
    await press(plain, "Add the site");
    await goodPage(plain, "plain/story-site-without-name", { status: 422 });
    await plain.page.fill("#name", "Alder Grove North");
    await press(plain, "Add the site");
    await plain.page.click('a:has-text("Alder Grove North")');
    await press(plain, "It has left");
    await goodPage(plain, "plain/story-site-left");
    await press(plain, "Bring it back");
    assert.match(await plain.page.locator(".note--green").innerText(), /belongs to your/);
    await go(plain, "/home");
    await goodPage(plain, "plain/story-nobody-asks-yet");
    await plain.context.close();
  });
});

async function invite(who, name, contact, email) {
  await go(who, "/register/add");
  await who.page.fill("#name", name);
  await who.page.selectOption("#type", "voluntary");
  await who.page.fill("#contact_name", contact);
  await who.page.fill("#contact_email", email);
  await press(who, "Add it");
  await who.page.locator(".note--green").waitFor();
}

// For the whole form, by the date that the board chooses.
async function ask(who, name) {
  await go(who, "/register");
  await who.page.locator("tbody a", { hasText: name }).first().click();
  await who.page.locator("h1", { hasText: name }).waitFor();
  await who.page.click('a:has-text("Ask for a return")');
  await who.page.fill("#period", "2027");
  await press(who, "Continue");
  for (const [part, value] of [
    ["day", "9"],
    ["month", "4"],
    ["year", "2027"],
  ]) {
    await who.page.fill(`[name='due_${part}']`, value);
  }
  await press(who, "Ask for it");
  await who.page.locator(".note--green").waitFor();
}

async function chooseGreen(who) {
  await who.page.locator('main .pick label:has-text("Green")').first().click();
}
