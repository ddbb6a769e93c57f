// A board asks a second time, and reads item by item what has changed: once by the form of before,
// once by another, where the comparison goes through the common framework and says what it could
// not compare. Every figure is compared with the two returns as their pages show them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readJson } from "../../tools/demo/people.mjs";
import { go, heading, openBrowser, person, signIn } from "../journeys/support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "../journeys/support/checks.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  origin,
  party,
  people,
  whoIs,
} from "../journeys/support/stack.mjs";

const content = new URL("../../schemas/content/", import.meta.url);
const own = "Port Sallow’s questions, asked here";
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
const main = (who) => who.page.locator("main");
const share = (part, whole) =>
  whole === 0 ? "0 of 0" : `${part} of ${whole} (${Math.round((100 * part) / whole)}%)`;

function press(who, text) {
  return main(who).locator(`button:has-text("${text}")`).first().click();
}

// What an operator does when a board changes its form: loads the new one with its mapping.
function publish(board, owner, source) {
  const code = `${board}-s11-short`;
  const form = readJson(new URL(`templates/${source}-1.json`, content));
  const mapping = readJson(new URL(`mappings/${source}-1.json`, content));
  Object.assign(form, { code, board, name: own, edition_of: null });
  Object.assign(mapping, { template: { code, version: 1 } });
  const folder = mkdtempSync(join(tmpdir(), "form-"));
  const files = [form, mapping].map((one, at) => {
    writeFileSync(join(folder, `${at}.json`), JSON.stringify(one));
    return join(folder, `${at}.json`);
  });
  files.unshift(new URL("frameworks/section11-2.json", content).pathname);
  execFileSync(process.env.ONERETURN_ADMIN, ["template", "load", ...files, "--owner", owner]);
  rmSync(folder, { recursive: true });
  return code;
}

// Opens a wave for the force through the register, as a board manager does.
async function ask(manager, title, period, { form, look } = {}) {
  const { page } = manager;
  await go(manager, "/register?q=Thornmere");
  await page.locator("tbody label.chk").first().click();
  await press(manager, "Ask those ticked");
  const fresh = page.locator("#join-new");
  if (await fresh.count()) await page.locator("label[for=join-new]").click();
  await page.fill("#title", title);
  await page.fill("#period", period);
  if (form) await page.selectOption("#form", { label: form });
  await page.fill("[name='due_day']", "29");
  await page.fill("[name='due_month']", "10");
  await page.fill("[name='due_year']", "2027");
  if (look) await goodEverywhere(manager, look);
  await press(manager, "Ask them");
  await page.locator(".note--green").waitFor();
}

// The force says another level of these, and what the new request asks of it alone.
async function answerAgain(request, levels, choose) {
  const lead = people.withRole(force, "lead");
  for (const [requirement, level] of Object.entries(levels)) {
    const { version, describes, knows, improve } = await lead.get(`/answers/${requirement}`);
    const said = { version, confirm: true, level, describes, knows };
    await lead.put(`/answers/${requirement}`, improve ? { ...said, improve } : said);
  }
  // One answer may open another box.
  for (let round = 0; round < 3; round += 1) {
    const { extras } = await lead.get("/return");
    const asked = extras.find((one) => one.request === request).extras;
    for (const { kind, key, version, points, level_needed: needed } of asked.filter(isOpen)) {
      const words = { text: "As in all our teams.", ...(needed ? { level: 3 } : {}) };
      const said = points.length > 0 ? { point: choose(points).code } : words;
      const box = `${kind === "unmapped" ? "direct" : kind}/${encodeURIComponent(key)}`;
      await lead.put(`/requests/${request}/boxes/${box}`, { version, ...said });
    }
  }
}

const isOpen = ({ done }) => !done;

async function send(request) {
  const authoriser = people.withRole(force, "authoriser");
  const lead = people.withRole(force, "lead");
  const { boards } = await authoriser.get("/check");
  for (const query of boards.find((one) => one.request === request).queries) {
    await lead.put(`/requests/${request}/explanations`, { key: query.key, text: "Meant so." });
  }
  const { name, position } = authoriser;
  const statement = "I have read this return, and it is a fair account of this force.";
  await authoriser.post(
    "/submissions",
    { requests: [request], name, position, statement },
    { "idempotency-key": randomUUID() },
  );
  let sent;
  await eventually("the second return is delivered", async () => {
    sent = (await deliveries()).find((one) => one.request === request);
    return sent?.return;
  });
  return sent.return;
}

// The organisation's own grade of each item, as the return's page shows it.
async function gradesOn(manager, held) {
  await go(manager, `/returns/${held}`);
  const rows = await main(manager)
    .locator(".sheet tr:has(th[data-l=Item])")
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector("th .printed")?.textContent ?? "",
        row.querySelector(".light")?.textContent ?? "",
      ]),
    );
  return new Map(rows.map(([item, grade]) => [oneLine(item), oneLine(grade)]));
}

async function travelTable(who, section) {
  const rows = section.locator("tbody tr");
  const all = await rows.evaluateAll((list) =>
    list.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.innerText)),
  );
  return all.map((row) => row.map(oneLine));
}

// What the table must say of one organisation's two grades, the best last in `order`.
function moved(order, then, now) {
  const step = Math.sign(order.indexOf(now) - order.indexOf(then));
  return [step > 0, step === 0, step < 0].map((is) => share(is ? 1 : 0, 1));
}

function labelsOf(template) {
  const { scale } = readJson(new URL(`templates/${template}-1.json`, content));
  const worst = [...scale.points].sort((one, other) => one.levels[0] - other.levels[0]);
  return worst.map(({ label }) => label);
}

const travelOn = (who) => who.page.locator("section[aria-labelledby='direction-of-travel-h']");

async function openFigures(who, title) {
  await go(who, "/figures");
  await who.page.selectOption("#exercise", { label: title });
  await press(who, "Show");
  assert.match(await heading(who), new RegExp(title));
  return travelOn(who);
}

// The table of an overview report below its heading.
async function overviewOf(who, title) {
  await go(who, "/reports/new?kind=overview");
  await who.page.selectOption("#exercise", { label: title });
  await press(who, "Draft it");
  await who.page.waitForURL(/saved=made$/);
  const below = main(who).locator(
    "xpath=.//h3[normalize-space()='Direction of travel']/following-sibling::*",
  );
  const table = below.locator("xpath=self::*[.//table][1] | self::table[1]").first();
  const said = await below.first().innerText();
  return { said: oneLine(said), rows: await travelTable(who, table) };
}

// Its manager twice: with script, and without at a tablet.
async function managersOf(board) {
  await ensureSent();
  const browser = await openBrowser();
  const manager = await person(browser);
  const plain = await person(browser, { script: false, viewport: "tablet" });
  await signIn(manager, whoIs(board, "manager"));
  await signIn(plain, whoIs(board, "manager"));
  return { browser, manager, plain };
}

describe("a board asks a second time by the same form", () => {
  const board = "tarnbridge";
  const title = "Section 11 return, autumn 2027";
  const order = labelsOf("tarnbridge-s11");
  let browser, manager, plain, first, second, shown;

  before(async () => {
    ({ browser, manager, plain } = await managersOf(board));
  });
  after(() => browser?.close());

  test("it asks through the register, and the force answers better and worse", async () => {
    const name = party(board).profile.name;
    const before = await requestIds(name);
    first = (await deliveries()).find((one) => one.board.name === name && one.return).return;
    await ask(manager, title, "Autumn 2027", { look: "travel/01-ask" });
    const [request] = (await requestIds(name)).filter((one) => !before.includes(one));
    await answerAgain(request, { "C5.2": 4, "C8.5": 4, "C6.1": 2 }, ([lowest]) => lowest);
    second = await send(request);
  });

  test("the table says of each item what the two returns say, each with how many", async () => {
    const then = await gradesOn(manager, first);
    const now = await gradesOn(manager, second);
    const section = await openFigures(manager, title);
    shown = await travelTable(manager, section);
    assert.equal(shown.length, then.size, "every item that both ask");
    const sum = { "1,0,0": 0, "0,1,0": 0, "0,0,1": 0 };
    for (const [item, better, same, worse, compared, why] of shown) {
      const number = item.split(" ")[0];
      const wanted = moved(order, then.get(number), now.get(number));
      assert.deepEqual([better, same, worse], wanted, `${item}: ${then.get(number)} then`);
      assert.equal(compared, "1 of 1 (100%)");
      assert.equal(why, "");
      sum[wanted.map((one) => Number(one.startsWith("1"))).join()] += 1;
    }
    const [better, same, worse] = Object.values(sum);
    assert.ok(better > 0 && same > 0 && worse > 0, JSON.stringify(sum));
    const said = oneLine(await section.innerText());
    assert.match(
      said,
      /Compared with Section 11 return 2027, for each organisation that sent both/,
    );
    assert.match(said, /Both used the same form\./);
    const all = shown.length;
    const are = (count) => `${count} ${count === 1 ? "is" : "are"}`;
    assert.ok(
      said.includes(
        `${all} of ${all} grades could be compared: ${are(better)} better, ` +
          `${are(same)} the same and ${are(worse)} worse.`,
      ),
      said.slice(0, 400),
    );
    await goodEverywhere(manager, "travel/02-same-form");
  });

  test("so it does without script, as a file, and in the overview", async () => {
    assert.deepEqual(await travelTable(plain, await openFigures(plain, title)), shown);
    await goodPage(plain, "travel/03-same-form");
    const href = await travelOn(manager).locator("a[href^='/figures.csv']").getAttribute("href");
    const file = await manager.context.request.get(`${origin}${href}`);
    const lines = (await file.text()).trim().split(/\r?\n/);
    assert.equal(lines.length, shown.length + 1, "each row, and the headings");
    for (const [at, row] of shown.entries()) {
      assert.deepEqual(JSON.parse(`[${lines[at + 1]}]`).slice(1, 5), row.slice(1, 5));
    }
    const { said, rows } = await overviewOf(manager, title);
    assert.deepEqual(rows, shown);
    assert.match(said, /^Compared with Section 11 return 2027/);
    await goodEverywhere(manager, "travel/04-overview");
    quiet(manager, "the overview");
  });
});

describe("a board asks a second time by another form", () => {
  const board = "eldervale";
  const title = "Section 11 return, our new form";
  const order = labelsOf("eldervale-s11");
  let browser, manager, plain, first, second, shown;

  before(async () => {
    ({ browser, manager, plain } = await managersOf(board));
  });
  after(() => browser?.close());

  test("the operator loads the form, the manager chooses it, the force answers", async () => {
    const name = party(board).profile.name;
    const before = await requestIds(name);
    const sent = (await deliveries()).find((one) => one.board.name === name && one.return);
    first = sent.return;
    publish(board, sent.board.id, "port-sallow-s11");
    await ask(manager, title, "Autumn 2027", { form: own, look: "travel/10-ask" });
    const [request] = (await requestIds(name)).filter((one) => !before.includes(one));
    await people.withRole(force, "lead").post("/commitments", {
      what: "Check the register of posts again",
      how: "Post by post, with personnel.",
      lead: "Head of Personnel",
      by_on: "2027-11-30",
      area: "Recruitment",
      change: "Nobody begins without a check.",
      subjects: [{ requirement: "C6.2" }],
    });
    await answerAgain(request, { "C5.6": 3, "C6.2": 1 }, (points) => points.at(-1));
    second = await send(request);
  });

  test("only what asks exactly the same is compared, the rest is said with its why", async () => {
    const then = await gradesOn(manager, first);
    const now = await gradesOn(manager, second);
    const section = await openFigures(manager, title);
    shown = await travelTable(manager, section);
    const wanted = throughFramework();
    assert.deepEqual(shown.map(([item]) => item.split(" ")[0]).sort(), [...wanted.keys()].sort());
    const why = {};
    for (const [item, better, same, worse, compared, apart] of shown) {
      const number = item.split(" ")[0];
      const { with: other, words } = wanted.get(number);
      if (other) {
        assert.deepEqual([better, same, worse], moved(order, then.get(other), now.get(number)));
        assert.equal(compared, "1 of 1 (100%)");
        assert.equal(apart, "", item);
      } else {
        assert.deepEqual(
          [better, same, worse, compared],
          ["0 of 0", "0 of 0", "0 of 0", "0 of 1 (0%)"],
        );
        assert.equal(apart, `${words} (1)`, item);
        why[words] = (why[words] ?? 0) + 1;
      }
    }
    const said = oneLine(await section.innerText());
    assert.match(said, /That was another form: items are compared where both ask exactly the same/);
    const apart = shown.length - [...wanted.values()].filter((one) => one.with).length;
    assert.ok(said.includes(`${shown.length - apart} of ${shown.length} grades could be compared`));
    for (const [words, count] of Object.entries(why)) {
      assert.ok(said.includes(`${words} (${count})`), `${words} in ${said.slice(0, 500)}`);
    }
    await goodEverywhere(manager, "travel/11-another-form");
  });

  test("so it does without script, and in the overview", async () => {
    assert.deepEqual(await travelTable(plain, await openFigures(plain, title)), shown);
    await goodPage(plain, "travel/12-another-form");
    const { said, rows } = await overviewOf(manager, title);
    assert.deepEqual(rows, shown);
    assert.match(said, /That was another form/);
    await goodEverywhere(manager, "travel/13-overview");
    quiet(manager, "the overview");
  });
});

async function requestIds(boardName) {
  const { requests } = await people.withRole(force, "lead").get("/requests");
  return requests.filter((one) => one.board.name === boardName).map((one) => one.request);
}

// From the two mappings of the catalogue: the item of before that asks exactly the same, or why
// there is none.
function throughFramework() {
  const itemsOf = (code) => readJson(new URL(`mappings/${code}-1.json`, content)).items;
  const before = itemsOf("eldervale-s11");
  const all = new Map();
  for (const { item, facets, residual } of itemsOf("port-sallow-s11")) {
    const touching = before.filter((one) => one.facets.some((facet) => facets.includes(facet)));
    const equal = touching.find(
      (one) =>
        !residual &&
        !one.residual &&
        one.facets.length === facets.length &&
        one.facets.every((facet) => facets.includes(facet)),
    );
    const words = touching.length ? "only partly the same question" : "not asked in that form";
    all.set(item, { with: equal?.item, words });
  }
  return all;
}
