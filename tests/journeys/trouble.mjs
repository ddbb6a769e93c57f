// When things go wrong: signed out in the middle of a sentence, a page that is out of date, an
// address where nothing is; and a person who uses nothing but the keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { focusSeen, goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { withoutDatabase } from "./support/outage.mjs";
import { eventually, force, origin, somebody } from "./support/stack.mjs";

// A save under way goes first, and then the button that was pressed.
const arrives = (who, words) => who.page.locator("h1", { hasText: words }).waitFor();
const save = (who) => who.page.click("button[name=go][value=stay]");

describe("trouble", () => {
  let browser, colm;

  before(async () => {
    browser = await openBrowser();
    colm = await person(browser);
    await signIn(colm, somebody("colm-harte", force));
  });
  after(() => browser?.close());

  test("whoever is not signed in is asked to, and comes to the page that was wanted", async () => {
    const stranger = await person(browser);
    await go(stranger, "/questions/C8.2");
    assert.equal(await heading(stranger), "Sign in");
    assert.ok(!(await stranger.page.content()).includes("Thornmere"));
    await goodPage(stranger, "trouble/15c-sign-in-first", { status: 401 });
    await stranger.page.fill("#email", somebody("colm-harte", force).email);
    await stranger.page.fill("#password", process.env.ONERETURN_PASSWORD);
    await stranger.page.click("main button");
    assert.equal(new URL(stranger.page.url()).pathname, "/questions/C8.2");
    await stranger.context.close();
  });

  test("what was typed when the session ended is kept and can be sent again", async () => {
    await go(colm, "/questions/C8.2");
    const before = await colm.page.inputValue("#describes");
    const typed = `${before}\nTyped before the session was over.`.trim();
    const cookies = await colm.context.cookies();
    await colm.page.fill("#describes", typed);
    await colm.context.clearCookies();
    await save(colm);
    await arrives(colm, "You were signed out while you were writing");
    assert.ok(!(await colm.page.locator("main").innerText()).includes("Typed before"));
    await goodEverywhere(colm, "trouble/15c-signed-out-writing", { status: 401 });
    await colm.context.addCookies(cookies);
    await colm.page.click('main button:has-text("Send it again")');
    if ((await heading(colm)) === "Send it again") {
      await goodPage(colm, "trouble/15c-send-again", { status: 403 });
      await colm.page.click('main button:has-text("Send it again")');
    }
    await colm.page.locator(".note--green").waitFor();
    assert.equal(await colm.page.inputValue("#describes"), typed);
    quiet(colm, "signed in again", 401, 403);
  });

  test("autosave without a session says so, and keeps the words in the page", async () => {
    await go(colm, "/questions/C8.5");
    const cookies = await colm.context.cookies();
    await colm.context.clearCookies();
    await colm.page.fill("#describes", "Words that cannot be saved just now.");
    await colm.page.locator("[data-save-status]", { hasText: /Not saved/ }).waitFor();
    assert.equal(await colm.page.inputValue("#describes"), "Words that cannot be saved just now.");
    await goodPage(colm, "trouble/03-not-saved", { status: 401 });
    await colm.context.addCookies(cookies);
    await go(colm, "/home");
    quiet(colm, "autosave", 401, 403);
  });

  test("a forged form changes nothing", async () => {
    await go(colm, "/questions/C8.5");
    const before = await colm.page.inputValue("#describes");
    await colm.page.locator("form[data-autosave] input[name=csrf]").evaluate((one) => {
      one.value = "forged";
    });
    await colm.page.locator("form[data-autosave]").evaluate((one) => one.submit());
    await colm.page.locator("h1", { hasText: "That page was out of date" }).waitFor();
    await goodEverywhere(colm, "trouble/15-out-of-date", { status: 403 });
    await go(colm, "/questions/C8.5");
    assert.equal(await colm.page.inputValue("#describes"), before);
    quiet(colm, "forged", 403);
  });

  test("a refusal that cannot hold what was typed leaves it in the browser", async () => {
    await go(colm, "/questions/C8.6");
    const typed = "Typed for a page that is refused.";
    // Made out of date on its way, as somebody else's: neither what saves by itself nor the button.
    const forge = (route) => {
      if (route.request().method() !== "POST") return route.continue();
      const sent = route.request().postData();
      return route.continue({ postData: sent.replace(/csrf=[^&]*/, "csrf=forged") });
    };
    await colm.page.route("**/questions/**", forge);
    await colm.page.fill("#describes", typed);
    await save(colm);
    await arrives(colm, "That page was out of date");
    assert.equal(await colm.page.locator("main textarea").count(), 0);
    await colm.page.unroute("**/questions/**", forge);
    await go(colm, "/questions/C8.6");
    await colm.page.click('button:has-text("Put them back")');
    assert.equal(await colm.page.inputValue("#describes"), typed);
    await colm.page.locator("[data-save-status]", { hasText: /Saved at/ }).waitFor();
    quiet(colm, "refused", 403);
  });

  test("what was typed in the very moment of leaving is not lost", async () => {
    await go(colm, "/questions/C8.6");
    const more = "Every new volunteer reads the policy, and signs that they did.";
    await colm.page.fill("#describes", more);
    await colm.page.click('nav[aria-label="Main"] a:has-text("Home")');
    await colm.page.waitForURL(/\/home/);
    await go(colm, "/questions/C8.6");
    assert.equal(await colm.page.inputValue("#describes"), more, "saved before the next page");
    const last = `${more} And the last.`;
    await colm.page.fill("#describes", last);
    assert.match(await colm.page.locator("[data-save-status]").innerText(), /Saving/);
    await colm.page.reload();
    await colm.page.click('button:has-text("Put them back")');
    assert.equal(await colm.page.inputValue("#describes"), last);
    await colm.page.locator("[data-save-status]", { hasText: /Saved at/ }).waitFor();
  });

  test("an address where nothing is says so, to everybody alike", async () => {
    const answer = await go(colm, "/no-such-page");
    assert.equal(answer.status(), 404);
    await goodEverywhere(colm, "trouble/15-not-found", { status: 404 });
    for (const path of ["/questions/C9.99", "/boards/nobody/copy", "/sent/nobody/receipt"]) {
      assert.equal((await go(colm, path)).status(), 404, path);
    }
    quiet(colm, "nothing there", 404);
  });

  test("a form that is too long is refused in words", async () => {
    await go(colm, "/questions/C8.5");
    await colm.page.fill("#describes", "long ".repeat(60000));
    await save(colm);
    await colm.page.locator("h1").first().waitFor();
    const page = await colm.page.locator("main").innerText();
    assert.doesNotMatch(page, /exception|stack|\.cpp|sql/i);
    await goodPage(colm, "trouble/15d-too-long", { status: 413 });
  });

  test("a fault of ours says that nothing is lost, and keeps what was typed", async () => {
    await go(colm, "/questions/C8.2");
    const before = await colm.page.inputValue("#describes");
    const typed = `${before}\nTyped while the records were away.`.trim();
    const sorry = "Something went wrong here, not with you";
    await withoutDatabase(async () => {
      await colm.page.fill("#describes", typed);
      await save(colm);
      await arrives(colm, sorry);
      const kept = colm.page.locator("main textarea", { hasText: "records were away" });
      assert.equal(await kept.inputValue(), typed);
      assert.match(await colm.page.locator("main").innerText(), /Everything you had saved is safe/);
      await goodEverywhere(colm, "trouble/15d-went-wrong", { status: 503 });
      const reader = await person(browser);
      await go(reader, "/verify/AAAAAAAAAAAAAAAAAAAA");
      assert.equal(await heading(reader), sorry);
      assert.equal(await reader.page.locator('main a:has-text("Try again")').count(), 1);
      await goodPage(reader, "trouble/15d-went-wrong-reading", { status: 503 });
      await reader.context.close();
    });
    await eventually("the service answers again", async () => {
      const answer = await colm.context.request.get(`${origin}/readyz`);
      return answer.ok();
    });
    await colm.page.click('main button:has-text("Try again")');
    await colm.page.locator(".note--green").waitFor();
    assert.equal(await colm.page.inputValue("#describes"), typed);
    quiet(colm, "a fault of ours", 503);
    await peopleCanSignIn(browser);
  });

  test("standing pages", async () => {
    for (const name of ["help", "accessibility", "privacy"]) {
      await go(colm, `/${name}`);
      await goodEverywhere(colm, `trouble/17-${name}`);
    }
  });

  test("the keyboard is enough: a skip link first, then focus that is seen", async () => {
    for (const path of ["/home", "/questions/C2.10", "/check"]) {
      await go(colm, path);
      await colm.page.keyboard.press("Tab");
      const first = await colm.page.evaluate(() => document.activeElement.textContent.trim());
      assert.equal(first, "Skip to main content");
      await colm.page.keyboard.press("Enter");
      assert.equal(await colm.page.evaluate(() => document.activeElement.id), "main");
      await go(colm, path);
      await focusSeen(colm, path, 45);
    }
    const stranger = await person(browser, { viewport: "phone" });
    await go(stranger, "/sign-in");
    await focusSeen(stranger, `${origin}/sign-in`, 10);
  });
});

// Each connection that was cut fails once: whoever comes next meets none of them.
async function peopleCanSignIn(browser) {
  let inARow = 0;
  await eventually("people can sign in again", async () => {
    const visitor = await person(browser);
    await signIn(visitor, somebody("colm-harte", force));
    inARow = new URL(visitor.page.url()).pathname === "/home" ? inARow + 1 : 0;
    await visitor.context.close();
    return inARow === 3;
  });
}
