// Strings that would be SQL if they were put into a statement, in every text field of every form
// and of the API. Each is stored as it stands or refused in words; nothing of anybody else's is
// different afterwards, no table has gone, and no answer came late.

import assert from "node:assert/strict";
import test from "node:test";
import { backToKept, count, full, sample, stage, tell } from "./support/stage.mjs";
import { apiTexts, formTexts, storedTexts, tryText } from "./support/texts.mjs";

const late = 4;
const strings = [
  "'",
  "''",
  '"',
  "\\",
  "\\'",
  "' or '1'='1",
  "' or 1=1--",
  "') or ('1'='1",
  "'; drop table tenant.answer; --",
  "'; delete from tenant.answer where ''='",
  "'; update identity.membership set role='lead'; --",
  `'||(select pg_sleep(${late}))||'`,
  `'; select pg_sleep(${late}); --`,
  `1; select pg_sleep(${late})`,
  "' union select token_hash::text from identity.session--",
  "'); select set_config('app.seal','x',true); --",
  "'; set local role scope_system; --",
  "'; reset role; --",
  "'; copy (select 1) to program 'id'; --",
  "'; select pg_read_file('/etc/passwd'); --",
  "$$; select 1; $$",
  "$1",
  "%s %1$s {0} ?",
  "E'\\047; select 1 --",
  "/*' or 1=1 */ --",
  "\u02bc or 1=1--",
  "\uff07 or 1=1--",
  "%27%20or%201=1--",
  "ab%_[a-z]*",
  "NULL",
  "tenant_id",
  "'::uuid",
];

async function oneByOne(places, chosen) {
  const { database } = await stage();
  const faults = [];
  for (const place of places) {
    for (const value of chosen(place)) {
      const began = Date.now();
      const outcome = await tryText(database, place, value);
      count("sql");
      const name = `${place.name}: ${value}`;
      if (outcome.fault) faults.push(`${name}: ${outcome.fault}`);
      if (Date.now() - began > late * 1000) faults.push(`${name}: took ${Date.now() - began} ms`);
      faults.push(...(await asItStands(name, outcome, value, place)));
    }
  }
  return faults;
}

// The key of an explanation is "rule:subject", and kept in two.
function isInTwo({ name }, texts, value) {
  const colon = value.indexOf(":");
  const halves = [value.slice(0, colon), value.slice(colon + 1)];
  return name === "putExplanation /key" && halves.every((half) => texts.includes(half));
}

// What was stored holds the string whole, and belongs to whoever wrote it.
async function asItStands(name, { stored, status }, value, place) {
  if (!stored || status >= 400) return [];
  const texts = storedTexts(stored);
  // Only what is long enough to be known again when a part of it is gone.
  const like = value.length >= 6 ? texts.filter((text) => text.includes(value.slice(2, -2))) : [];
  const faults = [];
  const spoilt = like.find((text) => !text.includes(value));
  if (spoilt && !isInTwo(place, texts, value))
    faults.push(`${name}: stored as ${JSON.stringify(spoilt)}`);
  // Whoever opens a room, or accepts an invitation, writes what is not theirs yet.
  if (place.form?.route.who === "anyone") return faults;
  const mine = (place.form?.who ?? place.who).party_id;
  for (const rows of Object.values(stored)) {
    // What a board asked an agency for is the board's row, and has the agency's answer.
    const foreign = rows.find(
      ({ row }) => row.tenant_id && mine && ![row.tenant_id, row.agency_id].includes(mine),
    );
    if (foreign) faults.push(`${name}: wrote a row of ${foreign.row.tenant_id}`);
  }
  return faults;
}

test("a string of SQL is a text like any other, wherever it is typed", async () => {
  const places = [...(await formTexts()), ...(await apiTexts())];
  assert.ok(places.length >= 100, "the table of fields is too short to be true");
  const pairs = places.flatMap((place) => strings.map((value) => ({ place, value })));
  const chosen = new Map(places.map((place) => [place, []]));
  for (const { place, value } of sample("sql", pairs, full ? pairs.length : 100)) {
    chosen.get(place).push(value);
  }
  const faults = await oneByOne(places, (place) => chosen.get(place));
  await backToKept();
  tell("sql", faults);
});

test("no string of SQL in an address or a header is more than a text", async () => {
  const { database, who } = await stage();
  const faults = [];
  const paths = ["/questions/", "/standards/", "/returns/", "/evidence/", "/verify/", "/register/"];
  for (const value of strings.filter((one) => !/[\\/]/.test(one))) {
    for (const path of paths) {
      const began = Date.now();
      const answer = await who(
        path === "/returns/" || path === "/register/" ? "manager" : "lead",
      ).get(path + encodeURIComponent(value), { "if-match": encodeURIComponent(value) });
      count("sql");
      const name = `${path}${value}`;
      if (![400, 403, 404, 200].includes(answer.status)) faults.push(`${name}: ${answer.status}`);
      if (Date.now() - began > late * 1000) faults.push(`${name}: took ${Date.now() - began} ms`);
    }
  }
  const after = await database.restore();
  if (after.length > 0) faults.push(`reading changed ${after.join(", ")}`);
  tell("sql", faults);
});
