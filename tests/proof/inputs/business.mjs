// Requests that are well made and must not be: levels that are none, days that do not exist, texts
// one character too long, versions that are old, records of others, roles that may not, links used
// twice. Each is refused in words, and changes nothing.

import assert from "node:assert/strict";
import test from "node:test";
import { refusedJson, refusedPage, sound } from "./support/checks.mjs";
import { isText } from "./support/harvest.mjs";
import { baseOf, pathOf, records, senderOf } from "./support/operations.mjs";
import { bodies, routes } from "./support/routes.mjs";
import { backToKept, count, sample, stage, tell, unchanged } from "./support/stage.mjs";
import { formTexts, sendWith } from "./support/texts.mjs";

const answers = "/answers/C1.1";

async function version(who) {
  return JSON.parse((await who.api("GET", answers)).text).version;
}

test("an answer that cannot be one is refused", async () => {
  const { who } = await stage();
  const lead = who("lead");
  const now = await version(lead);
  const words = { describes: "Some words", version: now };
  const put = (name, body, statuses, path = answers) => ({
    name: `answer: ${name}`,
    run: () => lead.api("PUT", path, body),
    check: (answer) => refusedJson(answer, statuses),
  });
  const cases = [-1, 5, 6, 99, 2147483647, -2147483648].map((level) =>
    put(`level ${level}`, { ...words, level }, [422]),
  );
  cases.push(
    put("a part of nothing", { ...words, parts: [{ facet: "zz", level: 1 }] }, [404, 422]),
    put(
      "a part twice",
      {
        ...words,
        parts: [
          { facet: "1l", level: 1 },
          { facet: "1l", level: 2 },
        ],
      },
      [422],
    ),
    put(
      "a part with level and tick",
      { ...words, parts: [{ facet: "1l", level: 1, ticked: true }] },
      [422],
    ),
    put("a part with neither", { ...words, parts: [{ facet: "1l" }] }, [422]),
    put("a part at level 5", { ...words, parts: [{ facet: "1l", level: 5 }] }, [422]),
    put("a level and not applicable", { ...words, level: 2, not_applicable: "No" }, [422]),
    put("level 0 and not applicable", { ...words, level: 0, not_applicable: "No" }, [422]),
    put(
      "a part's level and not applicable",
      { ...words, not_applicable: "No", parts: [{ facet: "1l", level: 1 }] },
      [422],
    ),
    put(
      "words for a part of nothing",
      { ...words, part_texts: [{ facet: "zz", describes: "x" }] },
      [404, 422],
    ),
  );
  for (const code of ["C99.9", "c1.1", "C1.1 ", "C1", "1", "C2.1", "C1.1.1", "*"]) {
    cases.push(
      put(
        `standard ${code}`,
        { ...words, version: 0 },
        [404],
        `/answers/${encodeURIComponent(code)}`,
      ),
    );
  }
  for (const stale of [0, now - 1, now + 1, now + 1000]) {
    cases.push(put(`version ${stale}`, { ...words, version: stale }, [412]));
  }
  cases.push(put("no version", { describes: "Some words" }, [428]));
  for (const tag of ["*", '"x"', 'W/"1"', '"-1"', "1, 2", '"99999999999999999999"']) {
    cases.push({
      name: `answer: If-Match ${tag}`,
      run: () => lead.api("PUT", answers, { describes: "x" }, { "if-match": tag }),
      check: (answer) => refusedJson(answer, [412, 428]),
    });
  }
  await unchanged("business", cases);
});

const days = [
  ["29 February 2027", "29", "2", "2027"],
  ["29 February 2100", "29", "2", "2100"],
  ["30 February", "30", "2", "2028"],
  ["31 April", "31", "4", "2027"],
  ["31 June", "31", "6", "2027"],
  ["day 0", "0", "6", "2027"],
  ["day 32", "32", "1", "2027"],
  ["month 0", "1", "0", "2027"],
  ["month 13", "1", "13", "2027"],
  ["year 0", "1", "1", "0"],
  ["year 99", "1", "1", "99"],
  ["year 99999", "1", "1", "99999"],
  ["a negative day", "-1", "1", "2027"],
  ["words", "first", "May", "next year"],
  ["a point", "1.5", "6", "2027"],
  ["only a day", "1", "", ""],
  ["only a year", "", "", "2027"],
  ["2 to the 32nd", "4294967297", "1", "2027"],
];

test("a day that does not exist is refused wherever one is typed", async () => {
  const { forms } = await stage();
  const wanted = new Map();
  for (const form of forms.filter(({ method }) => method === "POST")) {
    for (const { name } of form.fields.filter(isText)) {
      const stem = /^(.*)_day$/.exec(name)?.[1];
      const key = `${form.route?.pattern} ${stem?.replace(/\d+/g, "#")}`;
      if (stem && !wanted.has(key)) wanted.set(key, { form, stem, key });
    }
  }
  assert.ok(wanted.size >= 5, "the table has no days");
  const cases = [];
  for (const { form, stem, key } of wanted.values()) {
    for (const [name, day, month, year] of days) {
      const values = new Map([
        [`${stem}_day`, day],
        [`${stem}_month`, month],
        [`${stem}_year`, year],
      ]);
      // An action without its words is none, and asks for no day.
      const words = form.fields.find((one) => one.name === `${stem}_what`);
      if (words) values.set(words.name, "An action of this test");
      cases.push({
        name: `${key}: ${name}`,
        run: () => sendWith(form, values),
        check: (answer) => refusedPage(answer, [422]),
      });
    }
  }
  // What a page of many boxes keeps of the others is in texts.mjs; here they stand as they were.
  await unchanged(
    "business",
    sample(
      "days",
      cases.filter(({ name }) => !/^\/form\//.test(name)),
      90,
    ),
  );
});

const dates = [
  "2027-02-29",
  "2027-04-31",
  "0000-01-01",
  "2027-13-01",
  "10000-01-01",
  "-001-01-01",
  "2027-1-1",
];

test("a day that does not exist is refused by the API", async () => {
  const cases = [];
  for (const operation of bodies) {
    const fields = Object.entries(operation.schema.properties ?? {}).filter(
      ([, one]) => one.format === "date",
    );
    if (fields.length === 0) continue;
    const who = await senderOf(operation);
    const path = await pathOf(operation);
    const base = await baseOf(operation);
    for (const [field] of fields) {
      for (const date of dates) {
        cases.push({
          name: `${operation.id} ${field} ${date}`,
          run: () => who.api(operation.verb, path, { ...base, [field]: date }),
          check: (answer) => refusedJson(answer, [422]),
        });
      }
    }
  }
  await unchanged("business", cases);
});

// A text of exactly so many characters is taken, one more is not.
test("a text of its length is taken, and one character more is refused in words", async () => {
  const { database } = await stage();
  const faults = [];
  for (const operation of bodies) {
    const who = await senderOf(operation);
    const path = await pathOf(operation);
    const base = await baseOf(operation);
    for (const [field, { type, format, maxLength }] of Object.entries(
      operation.schema.properties,
    )) {
      if (type !== "string" || format || !maxLength || field === "point") continue;
      for (const [length, letter] of [
        [maxLength, "\u00e9"],
        [maxLength + 1, "\u00e9"],
      ]) {
        const body = { ...base, [field]: letter.repeat(length) };
        const answer = await who.api(operation.verb, path, body, {
          "idempotency-key": "inputs-length",
        });
        count("business");
        const tooLong = answer.status === 422 && /\b(fewer|longer|characters)\b/.test(answer.text);
        const name = `${operation.id} ${field} of ${length}`;
        if (length > maxLength && answer.status < 300) faults.push(`${name}: was taken`);
        if (length === maxLength && tooLong) faults.push(`${name}: ${answer.text}`);
        if (answer.status >= 500) faults.push(`${name}: ${answer.status}`);
      }
    }
    if ((await database.restore()).length > 0) await backToKept();
  }
  for (const place of (await formTexts()).filter(({ field }) => field.maxlength)) {
    const answer = await place.send("a".repeat(place.field.maxlength + 1));
    count("business");
    if (answer.status < 400) faults.push(`${place.name}: one more than its field allows was taken`);
  }
  await backToKept();
  tell("business", faults);
});

const ofAgencies = ["lead", "contributor", "authoriser"];
const ofBoards = ["manager", "assistant", "chair", "member"];

// Every route with roles, by everybody of the same organisation who has none of them.
test("a role that may not is told so, and does nothing", async () => {
  const { people } = await stage();
  const cases = [];
  for (const route of routes.filter(({ verb, roles }) => verb !== "GET" && roles.length > 0)) {
    for (const label of [...ofAgencies, ...ofBoards]) {
      const who = people.get(label);
      const board = ofBoards.includes(label);
      if (route.roles.includes(who.role) || (route.who === "board") !== board) continue;
      const path = route.pattern.replace(/\{[^}]+\}/g, "00000000-0000-4000-8000-000000000000");
      const api = route.surface === "api";
      cases.push({
        name: `${route.verb} ${route.pattern} as ${label}`,
        run: () =>
          api ? who.api(route.verb, path.replace("/api/v1", ""), {}) : who.post(path, []),
        check: (answer) => (api ? refusedJson : refusedPage)(answer, [403]),
      });
    }
  }
  await unchanged("business", cases, { batch: 60 });
});

test("nobody signs for themselves, sends what is not ready, or what is another's", async () => {
  const { database, who } = await stage();
  const { request } = await records();
  const [foreign] = await database.rows(`select request_id as id from tenant.request
    where agency_id = '${who("school lead").party_id}' limit 1`);
  const signed = { name: "Some Name", position: "Lead", statement: "It is fair." };
  const key = { "idempotency-key": "inputs-business" };
  const post = (name, label, body, statuses, headers = key) => ({
    name,
    run: () => who(label).api("POST", "/submissions", body, headers),
    check: (answer) => refusedJson(answer, statuses),
  });
  const mine = { requests: [request], ...signed };
  const cases = [
    post("the lead signs", "lead", mine, [403]),
    post("a contributor signs", "contributor", mine, [403]),
    post("a board signs", "manager", mine, [403]),
    post("what is not ready", "authoriser", mine, [422]),
    post("nothing", "authoriser", { ...signed, requests: [] }, [422]),
    post("another's request", "authoriser", { ...signed, requests: [foreign.id] }, [404]),
    post(
      "one's own and another's",
      "authoriser",
      { ...signed, requests: [request, foreign.id] },
      [404],
    ),
    post("twice the same", "authoriser", { ...signed, requests: [request, request] }, [422]),
    post("no name", "authoriser", { ...mine, name: "" }, [422]),
    post("a name of blanks", "authoriser", { ...mine, name: "   " }, [422]),
    post("no position", "authoriser", { ...mine, position: "" }, [422]),
    post("no statement", "authoriser", { ...mine, statement: "" }, [422]),
    post("no key", "authoriser", mine, [400], {}),
    post("an empty key", "authoriser", mine, [400], { "idempotency-key": "" }),
    post("a key of 101 letters", "authoriser", mine, [400], { "idempotency-key": "k".repeat(101) }),
    post("a key with a blank", "authoriser", mine, [400], { "idempotency-key": "a b" }),
  ];
  await unchanged("business", cases);
});

test("what was used, withdrawn or is over is used no second time", async () => {
  const { forms } = await stage();
  const faults = [];
  const once = ["/withdraw", "/end", "/settle", "/remove", "/leave", "/back", "/agree", "/take"];
  const wanted = forms.filter(
    ({ method, route }) => method === "POST" && once.some((one) => route.pattern.endsWith(one)),
  );
  const each = new Map(wanted.map((form) => [form.route.pattern, form]));
  assert.ok(each.size >= 8);
  for (const [pattern, form] of each) {
    const first = await sendWith(form, new Map());
    const again = await sendWith(form, new Map());
    count("business");
    for (const answer of [first, again]) {
      try {
        sound(answer);
      } catch (error) {
        faults.push(`${pattern}: ${error.message.split("\n")[0]} (${answer.status})`);
      }
    }
    await backToKept();
  }
  tell("business", faults);
});
