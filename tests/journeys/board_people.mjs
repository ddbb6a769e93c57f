// The people of a board: invited by its manager, with password, phone and recovery codes of their
// own; a lost phone, another role, and gone. Then a signature that nobody is asked a code for in
// vain, and an address that an open session alone does not change.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { secretOf } from "../../tools/demo/totp.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { codeFor, linkIn, mailsSoFar, mailsTo, mailTo } from "./support/mailbox.mjs";
import { people, whoIs } from "./support/stack.mjs";

const board = "tarnbridge";
const email = "mabli.roe@tarnbridge.example";
const secretWord = "quiet-heron-orchard";
const press = (who) => who.page.click("main form button");

async function typePassword(who) {
  await go(who, "/sign-in");
  await who.page.fill("#email", email);
  await who.page.fill("#password", secretWord);
  await press(who);
}

// From the page with the QR code: six digits from the secret that stands beside it.
async function enrol(who) {
  const secret = secretOf(await who.page.locator(".app-secret").innerText());
  await who.page.fill("#code", await codeFor(email, secret));
  await press(who);
  return secret;
}

describe("the people of a board", () => {
  let browser, manager, mabli, secret, invitation;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    mabli = await person(browser, { viewport: "tablet" });
    await signIn(manager, whoIs(board, "manager"));
  });
  after(() => browser?.close());

  const toColleague = async () => {
    await go(manager, "/board/people");
    await manager.page.click('main a:has-text("Mabli Roe")');
  };

  test("are listed, and invited by name, address and role", async () => {
    await manager.page.click('a:has-text("People")');
    assert.equal(await heading(manager), "People of the board");
    await goodEverywhere(manager, "board_people/01-list");
    await manager.page.click('a:has-text("Invite a colleague")');
    await manager.page.fill("#name", "Mabli Roe");
    await press(manager);
    assert.equal(await manager.page.inputValue("#name"), "Mabli Roe");
    await goodEverywhere(manager, "board_people/02-missing", { status: 422 });
    quiet(manager, "an invitation without address", 422);
    const since = await mailsSoFar();
    await manager.page.fill("#email", email);
    await manager.page.check("#role-reviewer", { force: true });
    await press(manager);
    await goodEverywhere(manager, "board_people/03-invited");
    const mail = await mailTo(email, { since });
    assert.match(mail.subject, /invites you to work with/);
    invitation = linkIn(mail);
  });

  test("choose a password, set up their phone, and get ten codes", async () => {
    await go(mabli, invitation);
    await go(mabli, invitation);
    await goodEverywhere(mabli, "board_people/04-invitation");
    await mabli.page.fill("#password", "short");
    await mabli.page.fill("#position", "Reviewing officer");
    await press(mabli);
    assert.equal(await mabli.page.inputValue("#position"), "Reviewing officer");
    await goodPage(mabli, "board_people/04b-short", { status: 422 });
    quiet(mabli, "a short password", 422);
    await mabli.page.fill("#password", secretWord);
    await press(mabli);
    assert.equal(await heading(mabli), "Set up codes on your phone");
    const early = await go(mabli, "/returns");
    assert.equal(new URL(early.url()).pathname, "/sign-in", "half-way in is not in");
    await go(mabli, "/sign-in/set-up");
    secret = await enrol(mabli);
    assert.equal(await heading(mabli), "Keep these ten codes");
    assert.equal(await mabli.page.locator(".app-codes li").count(), 10);
    await mabli.page.click("main a.govuk-button");
    assert.equal(new URL(mabli.page.url()).pathname, "/reviews");
    assert.equal(await mabli.page.locator('nav a:has-text("People")').count(), 0);
    assert.equal((await go(mabli, "/board/people")).status(), 403);
    quiet(mabli, "a reviewer at the people's page", 403);
    await go(mabli, invitation);
    assert.equal(await heading(mabli), "This link no longer works");
    quiet(mabli, "a link that was used", 404);
  });

  test("with a lost phone are reset by the manager, told, and enrol anew", async () => {
    await toColleague();
    await goodEverywhere(manager, "board_people/05-colleague");
    const since = await mailsSoFar();
    await manager.page.click('button:has-text("Reset their codes")');
    await goodEverywhere(manager, "board_people/06-reset");
    assert.match((await mailTo(email, { since })).subject, /new device/);
    const out = await go(mabli, "/returns");
    assert.equal(new URL(out.url()).pathname, "/sign-in");
    await typePassword(mabli);
    assert.equal(await heading(mabli), "Set up codes on your phone");
    assert.notDeepEqual(await enrol(mabli), secret);
    await mabli.page.click("main a.govuk-button");
    assert.equal(new URL(mabli.page.url()).pathname, "/reviews");
  });

  test("never reset their own codes, and never all leave", async () => {
    await go(manager, "/board/people");
    await manager.page.click('main tr:has-text("(you)") a');
    assert.equal(await manager.page.locator('button:has-text("Reset their codes")').count(), 0);
    await goodPage(manager, "board_people/07-own");
    await manager.page.click('button:has-text("Leave this board")');
    assert.match(await manager.page.locator(".govuk-error-summary").innerText(), /Somebody must/);
    await goodPage(manager, "board_people/07b-last", { status: 409 });
    quiet(manager, "the last manager leaves", 409);
  });

  test("are given another role, which counts where they are signed in", async () => {
    await toColleague();
    await manager.page.check("#role", { force: true });
    await press(manager);
    assert.match(await manager.page.locator(".note").innerText(), /Changed/);
    await go(mabli, "/board/people");
    await goodPage(mabli, "board_people/08-second-manager");
  });

  test("leave at once, and their name stays", async () => {
    await toColleague();
    await manager.page.click('button:has-text("Remove them")');
    assert.match(await manager.page.locator("main").innerText(), /Mabli Roe, board manager, until/);
    await goodEverywhere(manager, "board_people/09-left");
    const out = await go(mabli, "/returns");
    assert.equal(new URL(out.url()).pathname, "/sign-in");
  });

  test("are nothing to another board", async () => {
    const other = await person(browser);
    await signIn(other, whoIs("kingsreach", "manager"));
    await go(other, "/board/people");
    assert.ok(!(await other.page.content()).includes("Mabli"));
    await other.context.close();
  });

  test("come and go without script too", async () => {
    const plain = await person(browser, { script: false });
    await signIn(plain, whoIs("kingsreach", "manager"));
    await go(plain, "/board/people/invite");
    await plain.page.fill("#name", "Osian Blake");
    await plain.page.fill("#email", "osian.blake@kingsreach.example");
    await plain.page.check("#role-member");
    await press(plain);
    await goodPage(plain, "board_people/10-plain");
    await plain.page.click('button:has-text("Withdraw")');
    assert.match(await plain.page.locator(".note").innerText(), /withdrawn/);
    await plain.context.close();
  });
});

describe("what an open session alone does not do", () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  test("another address is agreed to at the present one first", async () => {
    const lead = await person(browser);
    await signIn(lead, whoIs("moorland-ambulance", "lead"));
    await go(lead, "/colleagues/invite");
    const first = "wren.tully@moorland-ambulance.example";
    const second = "wren.tully@new.example";
    let since = await mailsSoFar();
    await lead.page.fill("#name", "Wren Tully");
    await lead.page.fill("#email", first);
    await lead.page.check("#role", { force: true });
    await press(lead);
    const wren = await person(browser);
    await go(wren, linkIn(await mailTo(first, { since })));
    await press(wren);
    await go(wren, "/account/email");
    assert.equal(await wren.page.locator("#password").count(), 0, "Wren has no password");
    await goodEverywhere(wren, "board_people/20-other-address");
    since = await mailsSoFar();
    await wren.page.fill("#email", second);
    await press(wren);
    await goodPage(wren, "board_people/20b-asked");
    const asked = await mailTo(first, { since });
    assert.ok(asked.text.includes(second));
    assert.deepEqual(await mailsTo(second), [], "nothing goes there yet");
    await go(wren, linkIn(asked));
    await goodEverywhere(wren, "board_people/21-agree");
    since = await mailsSoFar();
    await press(wren);
    await goodPage(wren, "board_people/21b-agreed");
    await go(wren, linkIn(await mailTo(second, { since })));
    await press(wren);
    assert.equal(await heading(wren), "Your address is changed");
    assert.match((await mailTo(first, { since })).subject, /address was changed/);
    await go(lead, "/colleagues");
    await lead.page.click('main a:has-text("Wren Tully")');
    await lead.page.locator("#standards").check({ force: true });
    await press(lead);
    await writesOnlyTheirOwn(browser, second);
    await go(lead, "/colleagues");
    await lead.page.click('main a:has-text("Wren Tully")');
    await lead.page.click('button:has-text("Remove them")');
    await lead.context.close();
    await wren.context.close();
  });

  test("nobody is asked for a code before the copy is ready", async () => {
    const signer = await person(browser, { script: false });
    const { email: address } = whoIs("moorland-ambulance", "authoriser");
    await signIn(signer, whoIs("moorland-ambulance", "authoriser"));
    await go(signer, "/authorise");
    const { requests } = await people.withRole("moorland-ambulance", "authoriser").get("/requests");
    const unready = requests.find((one) => !one.ready);
    assert.ok(unready, "the ambulance trust still has something to do");
    const since = await mailsSoFar();
    const answer = await signer.context.request.post(
      new URL("/authorise", signer.page.url()).href,
      {
        form: {
          csrf: await signer.page.inputValue("input[name=csrf]"),
          idempotency_key: `early-${Date.now()}`,
          request: unready.request,
          name: "A Name",
          position: "A position",
          statement: "yes",
        },
        headers: { origin: new URL(signer.page.url()).origin },
        maxRedirects: 0,
      },
    );
    assert.equal(answer.status(), 422);
    assert.match(await answer.text(), /to put right first/);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.ok((await mailsTo(address)).every((mail) => mail.no <= since));
    await signer.context.close();
  });
});

// Somebody limited to the first standard fills in everything that a board asks besides: what is
// not theirs is refused in words, and stays on the page.
async function writesOnlyTheirOwn(browser, address) {
  const plain = await person(browser, { script: false });
  const since = await mailsSoFar();
  await go(plain, "/sign-in");
  await plain.page.fill("#email", address);
  await plain.page.click("button[name=go]");
  await go(plain, linkIn(await mailTo(address, { since })));
  await press(plain);
  const { requests } = await people.withRole("moorland-ambulance", "lead").get("/requests");
  let refused = 0;
  for (const { request } of requests) {
    await go(plain, `/boards/${request}/extras`);
    const fields = plain.page.locator("main form textarea").filter({ visible: true });
    const count = await fields.count();
    for (let at = 0; at < count; ++at) await fields.nth(at).fill("Written outside the limit.");
    if (count === 0) continue;
    await plain.page.click('button[value="next"]');
    const faults = plain.page.locator("main .govuk-error-message", { hasText: "other standards" });
    if ((await faults.count()) === 0) continue;
    refused += await faults.count();
    assert.ok((await plain.page.content()).includes("Written outside the limit."));
    await goodPage(plain, "board_people/22-limited", { status: 422 });
  }
  assert.ok(refused > 0, "no board asks anything outside the first standard");
  await plain.context.close();
}
