// Getting in: by a link in a mail, with password and code, as an invited colleague; a lost phone, a
// forgotten password, another address, a session elsewhere. Mails are read from the test mailbox.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { codeFor, linkIn, mailsSoFar, mailsTo, mailTo } from "./support/mailbox.mjs";
import { force, password, people, somebody, whoIs } from "./support/stack.mjs";
import { secretOf } from "../../tools/demo/totp.mjs";

const school = "thistle-row";
const press = (who) => who.page.click("main form button");

async function askForLink(who, email) {
  const since = await mailsSoFar();
  await go(who, "/sign-in");
  await who.page.fill("#email", email);
  await who.page.click("button[name=go]");
  return since;
}

describe("accounts", () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => {
    people.forgetTokens();
    return browser?.close();
  });

  test("a link in a mail signs in, once, and only when the button is pressed", async () => {
    const who = await person(browser);
    const { email } = somebody("ruth-amory", force);
    const since = await askForLink(who, email);
    assert.equal(await heading(who), "Look at your mail");
    await goodEverywhere(who, "accounts/20-look-at-your-mail");
    const mail = await mailTo(email, { since });
    assert.equal(mail.subject, "Your link to sign in");
    assert.match(mail.headers["auto-submitted"], /auto-generated/);
    assert.ok(mail.html.includes(linkIn(mail)));
    const link = linkIn(mail);
    // What a program does that looks into mail: it opens the address, more than once.
    await go(who, link);
    await go(who, link);
    assert.equal(await heading(who), "Sign in to OneReturn");
    await goodEverywhere(who, "accounts/20b-sign-in-link");
    await press(who);
    assert.equal(new URL(who.page.url()).pathname, "/home");
    await go(who, link);
    assert.equal(await heading(who), "This link no longer works");
    await goodEverywhere(who, "accounts/20c-link-over", { status: 404 });
    await who.context.close();
  });

  test("an address that nobody has gets the same page and no mail", async () => {
    const who = await person(browser);
    await askForLink(who, "nobody-at-all@example.invalid");
    assert.equal(await heading(who), "Look at your mail");
    const board = whoIs("eldervale", "manager");
    const since = await askForLink(who, board.email);
    assert.equal(await heading(who), "Look at your mail");
    assert.match((await mailTo(board.email, { since })).text, /password and a code/);
    assert.deepEqual(await mailsTo("nobody-at-all@example.invalid"), []);
    await go(who, "/sign-in");
    await who.page.fill("#email", "no address");
    await press(who);
    await goodPage(who, "accounts/20d-no-address", { status: 422 });
    assert.equal(await who.page.inputValue("#email"), "no address");
    await who.context.close();
  });

  test("a board's manager signs in with password and code, and a code counts once", async () => {
    const who = await person(browser);
    const { email } = whoIs("harrowmere", "manager");
    const withPassword = async () => {
      await go(who, "/sign-in");
      await who.page.fill("#email", email);
      await who.page.fill("#password", password);
      await press(who);
    };
    await withPassword();
    assert.equal(await heading(who), "Enter the code");
    await goodEverywhere(who, "accounts/21-code");
    const inside = await go(who, "/returns");
    assert.equal(new URL(inside.url()).pathname, "/sign-in", "the password alone opens nothing");
    await go(who, "/sign-in/code");
    await who.page.fill("#code", "000000");
    await press(who);
    await goodEverywhere(who, "accounts/21b-wrong-code", { status: 422 });
    const code = await codeFor(email);
    await who.page.fill("#code", code);
    await press(who);
    assert.equal(new URL(who.page.url()).pathname, "/board");
    await withPassword();
    await who.page.fill("#code", code);
    await press(who);
    assert.match(await who.page.locator(".govuk-error-summary").innerText(), /next one/);
    quiet(who, "replay", 422);
    await who.context.close();
  });

  test("a lost phone: codes are reset and set up anew; a recovery code helps once", async () => {
    const who = await person(browser);
    const { email } = whoIs("port-sallow", "chair");
    const since = await mailsSoFar();
    execFileSync(process.env.ONERETURN_ADMIN, ["person", "reset-second-factor", "--email", email]);
    assert.match((await mailTo(email, { since })).subject, /new device/);
    const start = async () => {
      await go(who, "/sign-in");
      await who.page.fill("#email", email);
      await who.page.fill("#password", password);
      await press(who);
    };
    await start();
    assert.equal(await heading(who), "Set up codes on your phone");
    await goodEverywhere(who, "accounts/22-set-up-codes");
    await who.page.fill("#code", "123");
    await press(who);
    await goodPage(who, "accounts/22b-set-up-wrong", { status: 422 });
    const secret = secretOf(await who.page.locator(".app-secret").innerText());
    assert.equal(secret.length, 20);
    await who.page.fill("#code", await codeFor(email, secret));
    await press(who);
    assert.equal(await heading(who), "Keep these ten codes");
    await goodEverywhere(who, "accounts/22c-recovery-codes");
    const codes = await who.page.locator(".app-codes li").allInnerTexts();
    assert.equal(new Set(codes).size, 10);
    await who.page.click("main a.govuk-button");
    assert.equal(new URL(who.page.url()).pathname, "/board");
    for (const [tried, ends] of [
      [codes[0].toUpperCase().replaceAll("-", " "), "/board"],
      [codes[0], "/sign-in/recovery"],
    ]) {
      await start();
      await who.page.click('a:has-text("I do not have my phone")');
      await who.page.fill("#code", tried);
      await press(who);
      assert.equal(new URL(who.page.url()).pathname, ends);
    }
    await goodEverywhere(who, "accounts/22d-recovery-used", { status: 422 });
    await go(who, "/sign-in/code");
    await who.page.fill("#code", await codeFor(email, secret));
    await press(who);
    await go(who, "/account/codes");
    await goodPage(who, "accounts/22e-new-recovery-codes");
    await who.context.close();
  });

  test("whoever wants codes asks for them; looking at the page alone draws no key", async () => {
    const who = await person(browser);
    await signIn(who, somebody("ruth-amory", force));
    for (let looks = 0; looks < 2; ++looks) {
      await go(who, "/account/codes");
      assert.equal(await heading(who), "Codes from your phone");
    }
    await goodEverywhere(who, "accounts/22f-ask-for-codes");
    await press(who);
    assert.equal(await heading(who), "Set up codes on your phone");
    await goodPage(who, "accounts/22g-set-up-own-codes");
    const key = await who.page.locator(".app-secret").innerText();
    await go(who, "/account/codes");
    assert.equal(await who.page.locator(".app-secret").innerText(), key);
    await who.context.close();
  });

  test("a forgotten password is made anew by mail", async () => {
    const who = await person(browser);
    const { email } = somebody("ruth-amory", force);
    await go(who, "/password/forgotten");
    await goodEverywhere(who, "accounts/23-forgotten");
    const since = await mailsSoFar();
    await who.page.fill("#email", email);
    await press(who);
    const link = linkIn(await mailTo(email, { since }));
    await go(who, link);
    await who.page.fill("#password", "too short");
    await press(who);
    await goodEverywhere(who, "accounts/23b-too-short", { status: 422 });
    await who.page.fill("#password", "Safeguarding2027");
    await press(who);
    assert.match(await who.page.locator(".govuk-error-summary").innerText(), /Many people/);
    await who.page.fill("#password", password);
    await press(who);
    assert.match(await who.page.locator(".note").innerText(), /new password is set/);
    await goodPage(who, "accounts/23c-password-set", { status: 422 });
    await signIn(who, { email });
    assert.equal(new URL(who.page.url()).pathname, "/home");
    await who.context.close();
  });

  test("a lead invites a colleague, limits her, lets her go: her session ends", async () => {
    const lead = await person(browser);
    await signIn(lead, somebody("dee-okafor", force));
    await lead.page.click('a:has-text("Colleagues")');
    await goodEverywhere(lead, "accounts/24-colleagues");
    await lead.page.click('a:has-text("Invite a colleague")');
    await press(lead);
    await goodEverywhere(lead, "accounts/24b-invite-empty", { status: 422 });
    const email = "nia.prosser@thornmere-police.example";
    const since = await mailsSoFar();
    await lead.page.fill("#name", "Nia Prosser");
    await lead.page.fill("#email", email);
    await lead.page.check("#role", { force: true });
    await press(lead);
    await goodEverywhere(lead, "accounts/24c-invited");
    const mail = await mailTo(email, { since });
    assert.match(mail.subject, /invites you/);
    for (const board of ["Eldervale", "Westmarch", "Kingsreach", "Harrowmere", "Tarnbridge"]) {
      assert.ok(!JSON.stringify(mail).includes(board), `${board} stands in an invitation`);
    }
    const nia = await person(browser, { viewport: "tablet" });
    await go(nia, linkIn(mail));
    await goodEverywhere(nia, "accounts/25-invitation");
    assert.equal(await nia.page.inputValue("#name"), "Nia Prosser");
    await nia.page.fill("#name", "");
    await nia.page.fill("#position", "Custody sergeant");
    await press(nia);
    assert.equal(await nia.page.inputValue("#position"), "Custody sergeant");
    await goodPage(nia, "accounts/25b-invitation-name", { status: 422 });
    await nia.page.fill("#name", "Nia Prosser");
    await press(nia);
    assert.equal(new URL(nia.page.url()).pathname, "/home");
    await goodPage(nia, "accounts/25c-in");
    const kept = await go(nia, "/colleagues");
    assert.equal(kept.status(), 403);
    quiet(nia, "a contributor at the colleagues' page", 403);

    await go(lead, "/colleagues");
    await lead.page.click('a:has-text("Nia Prosser")');
    await lead.page.locator("#standards").check({ force: true });
    await press(lead);
    const row = lead.page.locator("tbody tr", { hasText: "Nia Prosser" });
    assert.match(await row.innerText(), /standard 1/);
    await goodEverywhere(lead, "accounts/24d-limited");
    await row.locator("a").click();
    await goodEverywhere(lead, "accounts/24e-colleague");
    await lead.page.click('button:has-text("Remove them")');
    assert.match(await lead.page.locator("main").innerText(), /Nia Prosser, contributor, until/);
    await goodPage(lead, "accounts/24f-left");
    const out = await go(nia, "/home");
    assert.equal(new URL(out.url()).pathname, "/sign-in");
    await nia.context.close();
    await lead.context.close();
  });

  test("nobody at another organisation learns of her", async () => {
    const other = await person(browser);
    await signIn(other, whoIs(school, "lead"));
    await go(other, "/colleagues");
    assert.ok(!(await other.page.content()).includes("Prosser"));
    await other.context.close();
  });

  test("an account signs out elsewhere, and moves to a new address", async () => {
    const here = await person(browser);
    const there = await person(browser);
    const { email } = somebody("ruth-amory", force);
    await signIn(here, { email });
    await signIn(there, { email });
    await here.page.click('a:has-text("Your account")');
    await goodEverywhere(here, "accounts/26-account");
    assert.ok((await here.page.locator("tbody tr").count()) >= 2);
    await here.page.click('button:has-text("Sign out everywhere else")');
    const out = await go(there, "/home");
    assert.equal(new URL(out.url()).pathname, "/sign-in");

    await go(here, "/account/email");
    await here.page.fill("#email", "ruth.amory@new.example");
    await here.page.fill("#password", "not hers");
    await press(here);
    await goodEverywhere(here, "accounts/26b-wrong-password", { status: 422 });
    assert.equal(await here.page.inputValue("#email"), "ruth.amory@new.example");
    await move(here, email, "ruth.amory@new.example");
    await move(here, "ruth.amory@new.example", email);
    await here.context.close();
    await there.context.close();
  });

  test("everything works without script", async () => {
    const plain = await person(browser, { script: false, viewport: "tablet" });
    const { email } = somebody("ruth-amory", force);
    const since = await askForLink(plain, email);
    await go(plain, linkIn(await mailTo(email, { since })));
    await goodPage(plain, "plain/20b-sign-in-link");
    await press(plain);
    await go(plain, "/account");
    await goodPage(plain, "plain/26-account");
    await plain.context.close();
  });
});

// From the old address to the new one; the old one is told when it is asked and when it is done.
async function move(who, from, to) {
  const since = await mailsSoFar();
  await go(who, "/account/email");
  await who.page.fill("#email", to);
  await who.page.fill("#password", password);
  await press(who);
  assert.match((await mailTo(from, { since })).subject, /Another address was asked for/);
  await go(who, linkIn(await mailTo(to, { since })));
  const asked = await mailsSoFar();
  await press(who);
  assert.equal(await heading(who), "Your address is changed");
  assert.match((await mailTo(from, { since: asked })).subject, /address was changed/);
}
