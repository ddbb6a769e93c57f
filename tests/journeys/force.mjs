// The police force answers once for five boards: in a browser, by hand, until each board has it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signByMail, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import {
  answers,
  boardsOfForce,
  deliveries,
  eventually,
  fillForce,
  force,
  party,
  password,
  requestsOf,
  somebody,
} from "./support/stack.mjs";

const byHand = answers.answers.find((one) => one.requirement === "C2.10");
const notOurs = answers.answers.find((one) => one.requirement === "C7.6");
const eldervale = answers.boards.find((one) => one.board === "eldervale");
const harrowmere = answers.boards.find((one) => one.board === "harrowmere");
const action = answers.commitments.find((one) => one.subjects[0].requirement === "C2.10");

const save = (who) => who.page.click("button[name=go][value=stay]");
// A draft becomes an answer when somebody confirms it.
const confirm = async (who, code) => {
  await go(who, `/questions/${code}`);
  const left = who.page.waitForURL((url) => url.pathname !== `/questions/${code}`);
  await Promise.all([left, who.page.click("button[name=go][value=next]")]);
};
const saved = (who) => who.page.locator(".note--green").waitFor();

describe("the force's journey", () => {
  let browser, dee, requests;

  before(async () => {
    browser = await openBrowser();
    dee = await person(browser);
    requests = await requestsOf(force);
  });
  after(() => browser?.close());

  test("a wrong password is said clearly, and the address is kept", async () => {
    await go(dee, "/");
    await goodEverywhere(dee, "force/01-sign-in");
    await dee.page.click("main button");
    await dee.page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(dee, "force/01-sign-in-empty", { status: 422 });
    const { email } = somebody("dee-okafor", force);
    await dee.page.fill("#email", email);
    await dee.page.fill("#password", "not the right words");
    await dee.page.click("main button");
    await dee.page.locator(".govuk-error-summary", { hasText: /password/i }).waitFor();
    assert.equal(await dee.page.inputValue("#email"), email);
    assert.equal(await dee.page.inputValue("#password"), "");
    assert.match(await dee.page.title(), /^Error: /);
    await goodEverywhere(dee, "force/01-sign-in-wrong", { status: 401 });
  });

  test("somebody with two roles chooses one", async () => {
    const { email } = somebody("dee-okafor", force);
    await dee.page.fill("#email", email);
    await dee.page.fill("#password", password);
    await dee.page.click("main button");
    assert.equal(await heading(dee), "Who are you acting for today?");
    assert.equal(await dee.page.locator("button.rolecard").count(), 2);
    await goodEverywhere(dee, "force/01b-choose-role");
    await dee.page.click(`button.rolecard:has-text("${party(force).profile.name}")`);
    assert.equal(new URL(dee.page.url()).pathname, "/home");
  });

  test("home counts what five boards ask and what is answered once", async () => {
    const effort = await dee.page.locator(".effort").innerText();
    for (const figure of ["218", "66", "24", "128"]) {
      assert.match(effort, new RegExp(`\\b${figure}\\b`));
    }
    assert.equal(await dee.page.locator("table").first().locator("tbody tr").count(), 5);
    await goodEverywhere(dee, "force/02-home-first-day");
    await dee.page.click('a:has-text("2. Statement of responsibilities")');
    await goodEverywhere(dee, "force/02b-standard");
    await dee.page.click('a:has-text("Written and binding policy")');
    assert.equal(await heading(dee), "Written and binding policy");
  });

  test("each level says what it means for each board; parts appear where they matter", async () => {
    const { page } = dee;
    await goodEverywhere(dee, "force/03-question-empty");
    for (const level of [0, 2, 1]) {
      await page.locator(`label[for=level-${level}]`).click();
      for (const other of [0, 1, 2, 3, 4]) {
        const shown = await page.locator(`.conseq.at-${other}`).isVisible();
        assert.equal(shown, other === level, `consequences of ${other} at level ${level}`);
      }
      assert.equal(await page.locator(".facets.at-1").isVisible(), level === 1);
    }
    assert.match(await page.locator(".conseq.at-1").innerText(), /Eldervale[\s\S]*Red/);
    await page.locator("label[for=tick-2n]").click();
    await page.locator("label[for=tick-2o]").click();
    await goodEverywhere(dee, "force/03-question-parts");
  });

  test("what is typed is saved by itself, and is there after leaving", async () => {
    const { page } = dee;
    await page.fill("#describes", byHand.describes);
    await page.fill("#knows", byHand.knows);
    await page.fill("#improve", byHand.improve);
    await page.locator("[data-save-status]", { hasText: /Saved at \d/ }).waitFor();
    await page.click('nav[aria-label="Main"] a:has-text("Home")');
    await go(dee, "/questions/C2.10");
    assert.equal(await page.inputValue("#describes"), byHand.describes);
    assert.equal(await page.inputValue("#improve"), byHand.improve);
    assert.ok(await page.isChecked("#level-1"));
    const ticks = ["#tick-2n", "#tick-2o", "#tick-2b"].map((one) => page.isChecked(one));
    assert.deepEqual(await Promise.all(ticks), [true, true, false]);
  });

  test("an action, evidence on request and words for one board are kept with it", async () => {
    const { page } = dee;
    await page.locator("summary", { hasText: "Add an action" }).click();
    await page.fill("[name$=_what]", action.what);
    await page.fill("[name$=_how]", action.how);
    await page.fill("[name$=_lead]", action.lead);
    await page.fill("[name$=_area]", action.area);
    await page.fill("[name$=_day]", "31");
    await page.fill("[name$=_month]", "6");
    await page.fill("[name$=_year]", "2027");
    await save(dee);
    const fault = page.locator(".govuk-error-summary", { hasText: "31 June 2027 does not exist" });
    await fault.waitFor();
    assert.equal(await page.inputValue("[name$=_what]"), action.what);
    await goodEverywhere(dee, "force/03-question-date", { status: 422 });

    await page.fill("[name$=_day]", "30");
    await page.locator("summary", { hasText: "Say where more evidence is kept" }).click();
    await page.fill("#evidence-title", "Agreements with volunteers");
    await page.fill("#evidence-where", "Volunteer office, room 2");
    await page.locator("label.chk", { hasText: "Harrowmere" }).last().click();
    await page.locator("details.localpart summary", { hasText: "Eldervale" }).click();
    const part = eldervale.parts.find((one) => one.requirement === "C2.10");
    await page.fill(`#local_${requests.get("eldervale")}`, part.describes);
    await save(dee);
    await saved(dee);
    assert.equal(await page.locator("[name$=_day]").first().inputValue(), "30");
    assert.equal(await page.inputValue(`#local_${requests.get("eldervale")}`), part.describes);
    const kept = page.locator("ul.ev > li", { hasText: "Agreements with volunteers" });
    assert.match(await kept.innerText(), /Available on request: Volunteer office, room 2/);
    assert.equal(await kept.locator("input:checked").count(), 1);
    await page.locator("details:has-text('words') summary").first().click();
    await goodEverywhere(dee, "force/03-question-filled");
    await confirm(dee, "C2.10");
  });

  test("what does not apply needs a reason", async () => {
    const { page } = dee;
    await go(dee, "/questions/C7.6");
    await page.locator("label[for=level-na]").click();
    await save(dee);
    await page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(dee, "force/03-question-no-reason", { status: 422 });
    await page.fill("#na-reason", notOurs.not_applicable);
    await save(dee);
    await saved(dee);
    assert.equal(await page.inputValue("#na-reason"), notOurs.not_applicable);
    await goodEverywhere(dee, "force/03-question-not-applicable");
    await confirm(dee, "C7.6");
  });

  test("the rest comes by the interface for machines, and home shows it", async () => {
    await fillForce([
      "C2.10",
      "C7.6",
      "harrowmere/C1.8",
      "eldervale/C2.10",
      "eldervale/1",
      action.id,
    ]);
    await go(dee, "/home");
    assert.match(await dee.page.locator(".effort").innerText(), /66 of 66/);
    await goodEverywhere(dee, "force/02-home-nearly-done");
    await go(dee, "/check");
    await goodEverywhere(dee, "force/05-check-missing");
    assert.match(await dee.page.locator("main").innerText(), /to put right/);
  });

  test("two people at one answer: both get both texts, nothing is lost", async () => {
    const marcus = await person(browser);
    await signIn(marcus, somebody("marcus-venn", force));
    for (const who of [dee, marcus]) await go(who, "/questions/C2.2");
    const first = await dee.page.inputValue("#describes");
    await marcus.page.fill("#describes", `${first}\nMarcus was here.`);
    await save(marcus);
    await saved(marcus);
    await dee.page.fill("#describes", `${first}\nDee was here.`);
    await dee.page.locator("[data-save-status]", { hasText: "saved this meanwhile" }).waitFor();
    await save(dee);
    assert.match(await heading(dee), /^Marcus Venn saved .* while you were writing$/);
    const page = await dee.page.locator("main").innerText();
    assert.ok(page.includes("Dee was here.") && page.includes("Marcus was here."));
    await goodEverywhere(dee, "force/03b-two-versions", { status: 409 });
    const both = await dee.page.inputValue("#describes");
    assert.ok(both.includes("Dee was here.") && both.includes("Marcus was here."));
    const agreed = `${first}\nDee was here.\nMarcus was here.`;
    await dee.page.fill("#describes", agreed);
    await dee.page.click('main button:has-text("Keep this")');
    await saved(dee);
    assert.equal(await dee.page.inputValue("#describes"), agreed);
    await confirm(dee, "C2.2");
    quiet(marcus, "Marcus's browser");
    await marcus.context.close();
  });

  test("what only one board asks is answered for that board", async () => {
    const { page } = dee;
    await go(dee, `/boards/${requests.get("harrowmere")}/extras`);
    await goodEverywhere(dee, "force/03c-extras-harrowmere");
    await go(dee, `/questions/C1.8/for/${requests.get("harrowmere")}`);
    const local = harrowmere.whole.find((one) => one.requirement === "C1.8");
    await page.fill("#describes", local.describes);
    await page.fill("#knows", local.knows ?? "");
    await save(dee);
    await saved(dee);
    await goodEverywhere(dee, "force/03d-question-for-one-board");
    assert.match(await page.locator("[data-save-status]").innerText(), /not confirmed yet/);
    await confirm(dee, `C1.8/for/${requests.get("harrowmere")}`);

    await go(dee, `/boards/${requests.get("eldervale")}/extras`);
    const residual = eldervale.residuals.find((one) => one.item === "1");
    const box = page
      .locator(".extra", { has: page.locator("textarea") })
      .filter({ has: page.locator("textarea:empty") })
      .first();
    await box.locator("textarea").fill(residual.text);
    await box.locator(`input[type=radio][value="${residual.level}"] + span`).click();
    await page.click('.savebar button:has-text("Save")');
    await saved(dee);
    await goodEverywhere(dee, "force/03c-extras-eldervale");
  });

  test("where several points are left a person chooses; none is preselected", async () => {
    const { page } = dee;
    for (const { board, choices } of answers.boards.filter((one) => one.choices)) {
      await go(dee, `/boards/${requests.get(board)}/extras`);
      const open = await openChoices(page);
      assert.ok(open.length >= choices.length, `${board}: ${open.length} open`);
      await goodPage(dee, `force/03e-choices-${board}`);
      for (const { name, values } of open) {
        const wanted = choices.find(({ box_no: no }) => name.includes(no.replace(/\W/g, "-")));
        const value = values.includes(wanted?.point) ? wanted.point : values[0];
        await page.locator(`input[name="${name}"][value="${value}"] + span`).click();
      }
      await page.click('.savebar button:has-text("Save")');
      await saved(dee);
      assert.deepEqual(await openChoices(page), [], `${board}: still open`);
    }
    await goodEverywhere(dee, "force/03e-chosen");
  });

  test("each board's copy can be read first, with where each box comes from", async () => {
    const { page } = dee;
    for (const { code } of boardsOfForce) {
      await go(dee, `/boards/${requests.get(code)}/copy`);
      assert.ok((await page.locator(".sheet").innerText()).includes(party(code).profile.name));
      await goodPage(dee, `force/04-preview-${code}`);
      await page.locator("a.whylink").first().click();
      await page.locator("#account .chain").waitFor();
      assert.equal(await page.locator("#account .chain > li").count(), 4);
    }
    await go(dee, `/boards/${requests.get("eldervale")}/copy?box=3.light#account`);
    assert.match(await page.locator("#account").innerText(), /Dee Okafor/);
    await goodEverywhere(dee, "force/04-account-of-a-choice");
  });

  test("what should be explained can be, and then nothing is missing", async () => {
    const { page } = dee;
    await go(dee, "/check");
    const boards = (await page.locator("main .bcheck").allInnerTexts()).join("\n");
    assert.doesNotMatch(boards, /things? to put right/);
    const asked = page.locator(".issue details summary");
    if ((await asked.count()) > 0) {
      await asked.first().click();
      const form = page.locator(".issue details[open] form").first();
      await form.locator("textarea").fill("Looked at before sending; it is meant as it stands.");
      await form.locator("button").click();
      await saved(dee);
    }
    await goodEverywhere(dee, "force/05-check-ready");
    const refused = await go(dee, "/authorise");
    assert.equal(refused.status(), 403);
    await goodEverywhere(dee, "force/05b-not-the-authoriser", { status: 403 });
  });

  test("the authoriser ticks boards, signs and sends; four now, one later", async () => {
    const ruth = await person(browser);
    const { page } = ruth;
    await signIn(ruth, somebody("ruth-amory", force));
    await goodPage(ruth, "force/02-home-of-authoriser");
    await go(ruth, "/sent");
    await goodPage(ruth, "force/06-nothing-sent");
    await go(ruth, "/authorise");
    await goodEverywhere(ruth, "force/05b-authorise");
    assert.equal(await page.inputValue("#name"), "Ruth Amory");
    await page.fill("#position", "");
    await page.click("main form button");
    await page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(ruth, "force/05b-authorise-unsigned", { status: 422 });
    await page.fill("#position", "Assistant Chief Constable");
    const now = [...requests].filter(([code]) => code !== "kingsreach");
    await tickOnly(
      page,
      now.map(([, request]) => request),
    );
    await page.check("#statement", { force: true });
    await signByMail(ruth, somebody("ruth-amory", force).email, async () => {
      await goodEverywhere(ruth, "force/05c-code-to-sign");
      await page.fill("#code", "12345");
      await page.click("main form button");
      await goodPage(ruth, "force/05c-wrong-code", { status: 422 });
    });
    await page.locator("h1", { hasText: "Sent to boards" }).waitFor();
    await goodPage(ruth, "force/06-just-sent");
    await arrived(ruth, 4);
    const kept = page.locator(".track__row", { hasText: "Kingsreach" });
    assert.match(await kept.innerText(), /Not sent/);
    await goodEverywhere(ruth, "force/06-four-delivered");

    await go(ruth, "/authorise");
    assert.equal(await page.locator("input[name=request]").count(), 1);
    await tickOnly(page, [requests.get("kingsreach")]);
    await page.check("#statement", { force: true });
    await signByMail(ruth, somebody("ruth-amory", force).email);
    await arrived(ruth, 5);
    await goodEverywhere(ruth, "force/06-all-delivered");
    assert.equal(new Set((await deliveries()).map((one) => one.return)).size, 5);
    await ruth.context.close();
  });

  test("the force reads the copy that a board holds, and its receipt", async () => {
    const { page } = dee;
    await go(dee, `/sent/${requests.get("eldervale")}/copy?box=3.light#account`);
    await page.locator("#account").waitFor();
    await goodEverywhere(dee, "force/06b-their-copy");
    await go(dee, `/sent/${requests.get("eldervale")}/receipt`);
    assert.match(await page.locator(".hash").innerText(), /[0-9a-f]{8}/);
    const image = page.locator("img.qr");
    assert.ok(await image.evaluate((one) => one.complete && one.naturalWidth > 0));
    await goodEverywhere(dee, "force/06c-receipt");
    await go(dee, "/home");
    await goodEverywhere(dee, "force/02-home-all-sent");
    await page.click('button:has-text("Sign out")');
    assert.equal(await heading(dee), "You are signed out");
    await goodEverywhere(dee, "force/15c-signed-out");
  });
});

describe("the force's journey without script", () => {
  test("signs in, answers, meets a colleague's version, previews and checks", async () => {
    const browser = await openBrowser();
    try {
      const plain = await person(browser, { script: false, viewport: "tablet" });
      await withoutScript(browser, plain, await requestsOf(force));
    } finally {
      await browser.close();
    }
  });
});

async function withoutScript(browser, plain, requests) {
  const { page } = plain;
  await go(plain, "/sign-in");
  await page.click("main button");
  await page.locator(".govuk-error-summary").waitFor();
  await goodPage(plain, "plain/01-sign-in-empty", { status: 422 });
  await signIn(plain, somebody("dee-okafor", force));
  await goodPage(plain, "plain/02-home");
  await go(plain, "/questions/C1.1");
  await page.locator("label[for=level-1]").click();
  assert.ok(await page.locator(".conseq.at-1").isVisible());
  assert.ok(!(await page.locator(".conseq.at-3").isVisible()));
  await page.locator("label[for=level-3]").click();
  assert.equal((await page.locator("[data-save-status]").innerText()).includes("Saving"), false);
  const before = await page.inputValue("#describes");
  const api = await person(browser);
  await signIn(api, somebody("marcus-venn", force));
  await go(api, "/questions/C1.1");
  await api.page.fill("#knows", "Marcus counted again in March.");
  await save(api);
  await saved(api);
  await page.fill("#describes", `${before}\nTyped without script.`);
  await save(plain);
  assert.match(await heading(plain), /while you were writing$/);
  assert.match(await page.locator("main").innerText(), /Marcus counted again in March/);
  await goodPage(plain, "plain/03b-two-versions", { status: 409 });
  await page.click('main button:has-text("Keep this")');
  await saved(plain);
  assert.match(await page.inputValue("#describes"), /Typed without script\./);
  assert.match(await page.inputValue("#knows"), /Marcus counted again in March\./);
  await goodPage(plain, "plain/03-question");
  // Whoever comes after finds a return that can be sent again.
  await confirm(plain, "C1.1");
  for (const code of ["eldervale", "tarnbridge"]) {
    await go(plain, `/boards/${requests.get(code)}/extras`);
    await goodPage(plain, `plain/03c-extras-${code}`);
    await go(plain, `/boards/${requests.get(code)}/copy`);
    await page.locator("a.whylink").first().click();
    await page.locator("#account").waitFor();
    await goodPage(plain, `plain/04-preview-${code}`);
  }
  for (const path of ["check", "sent"]) {
    await go(plain, `/${path}`);
    await goodPage(plain, `plain/05-${path}`);
  }
}

// The choices that nobody has made yet: a name of radios and the values that it offers.
function openChoices(page) {
  return page.evaluate(() => {
    const found = [];
    for (const set of document.querySelectorAll("main fieldset:has(.pick)")) {
      const radios = [...set.querySelectorAll("input[type=radio]")];
      if (radios.length > 0 && !radios.some((one) => one.checked)) {
        found.push({ name: radios[0].name, values: radios.map((one) => one.value) });
      }
    }
    return found;
  });
}

async function tickOnly(page, wanted) {
  for (const box of await page.locator("input[name=request]").all()) {
    const value = await box.getAttribute("value");
    await box.setChecked(wanted.includes(value), { force: true });
  }
}

async function arrived(who, count) {
  await eventually(`${count} copies are delivered`, async () => {
    await go(who, "/sent");
    const rows = who.page.locator(".track__row", { hasText: "Waiting for the board" });
    return (await rows.count()) === count;
  });
}
