// A unit as it comes from elsewhere, in a folder that somebody made to hurt: lies about its files,
// links that lead out, words that are no unit, values that do not fit. `admin unit import` refuses
// each in words, as itself and not by falling over, and nothing of it stays.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { backToKept, stage, unchanged } from "./support/stage.mjs";

const home = fs.mkdtempSync(path.join(os.tmpdir(), "units-"));
const evidence = path.resolve(process.env.ONERETURN_LOGS, "../evidence");
after(() => fs.rmSync(home, { recursive: true, force: true }));

function admin(words, token) {
  return new Promise((resolve) => {
    const child = execFile(
      process.env.ONERETURN_ADMIN,
      words,
      { timeout: 20000 },
      (error, out, said) =>
        resolve({ status: error ? (error.code ?? error.signal) : 0, text: said || out }),
    );
    child.stdin.on("error", () => {});
    child.stdin.end(`${token}\n`);
  });
}

// The document with its checksum made to fit again, as whoever changes it can.
async function sealed(database, document) {
  const { sha256: _, ...rest } = document;
  const text = JSON.stringify(rest).replaceAll("'", "''");
  const [{ sha256 }] = await database.rows(
    `select encode(sha256(convert_to('${text}'::jsonb::text, 'UTF8')), 'hex') as sha256`,
  );
  return JSON.stringify({ ...rest, sha256 });
}

async function exported() {
  const { database, who } = await stage();
  const lead = who("trust lead");
  const [{ name, unit }] = await database.rows(`select name, unit_id as unit from tenant.unit
    where tenant_id = '${lead.party_id}' and parent_unit_id is not null order by name limit 1`);
  const place = `/answers/C1.2?unit=${unit}`;
  const now = JSON.parse((await lead.api("GET", place)).text);
  const words = { version: now.version ?? 0, level: 2, describes: "What we do", knows: "How" };
  const saved = await lead.api("PUT", place, words);
  assert.ok(saved.status < 300, saved.text);
  const to = path.join(home, "good");
  const answer = await admin(
    ["unit", "export", "--unit", name, "--to", to, "--evidence", evidence],
    lead.token,
  );
  assert.equal(answer.status, 0, answer.text);
  await backToKept();
  return { to, document: JSON.parse(fs.readFileSync(path.join(to, "unit.json"), "utf8")) };
}

const digest = "ab".repeat(32);
const file = (more) => ({ sha256: digest, bytes: 3, type: "text/plain", ...more });
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
const first = (document) => document.answers[0];

// [name, what becomes of the document]; its checksum fits afterwards.
const changes = [
  ["a standard that is none", (d) => (first(d).requirement_code = "Z9.9")],
  ["a level of 9", (d) => (first(d).level = 9)],
  ["a level in words", (d) => (first(d).level = "many")],
  ["a level and not applicable", (d) => Object.assign(first(d), { level: 2, na_reason: "No" })],
  ["a version of minus one", (d) => (first(d).version = -1)],
  ["a version without end", (d) => (first(d).version = 1e30)],
  ["a day that is none", (d) => (first(d).saved_at = "2027-02-30T00:00:00Z")],
  ["answers that are no list", (d) => (d.answers = { 0: first(d) })],
  ["answers that are a text", (d) => (d.answers = "none")],
  ["answers of nothing", (d) => (d.answers = [null, 1, "a"])],
  ["a text of 20,000 letters", (d) => (d.texts[0].text = "a".repeat(20000))],
  ["a text with a control character", (d) => (d.texts[0].text = "a\u0001b")],
  ["a text with an escape of a terminal", (d) => (d.texts[0].text = "a\u001b[2J")],
  ["a role that is none", (d) => (d.texts[0].role = "drop table")],
  ["a file that is no digest", (d) => (d.files = [file({ sha256: "../../../etc/passwd" })])],
  ["a file of minus one byte", (d) => (d.files = [file({ bytes: -1 })])],
  ["a file of half a byte", (d) => (d.files = [file({ bytes: 0.5 })])],
  ["a file of 26 MiB", (d) => (d.files = [file({ bytes: 26 * 1024 * 1024 })])],
  ["a file without a kind", (d) => (d.files = [file({ type: null })])],
  ["a file that is not there", (d) => (d.files = [file({})])],
  ["files that are no list", (d) => (d.files = { sha256: digest })],
  ["a unit that is none", (d) => (d.unit.unit_id = "none")],
  ["a unit without a name", (d) => (d.unit.name = "")],
  ["a name with a line end", (d) => (d.unit.name = "a\r\nBcc: b")],
  ["a name of 9,000 letters", (d) => (d.unit.name = "a".repeat(9000))],
  ["no unit", (d) => delete d.unit],
  ["an older format", (d) => (d.format = "onereturn.unit/1")],
  ["a format of nothing", (d) => (d.format = null)],
];

// [name, the text of the document made of a good one].
const texts = [
  ["nothing", () => ""],
  ["a list", () => "[]"],
  ["a NUL", (good) => good.replace('"name"', '"na\\u0000me"')],
  ["bytes that are no text", (good) => Buffer.from(good.replace("{", '{"\xff":1,'), "latin1")],
  ["a lone surrogate", (good) => good.replace("{", '{"a":"\\ud800",')],
  ["200,000 levels deep", () => nested(200000)],
  ["cut in the middle", (good) => good.slice(0, good.length >> 1)],
  [
    "one letter otherwise",
    (good) => good.replace('"name": "', '"name": "Q').replace('"name":"', '"name":"Q'),
  ],
  ["a number of 200,000 digits", (good) => good.replace("{", `{"a":${"9".repeat(200000)},`)],
];

const linkTo = (where) => (at) => fs.symlinkSync(where, at);
// [name, what stands where unit.json should].
const places = [
  ["no file", () => {}],
  ["a folder", (at) => fs.mkdirSync(at)],
  ["a link to a device", linkTo("/dev/zero")],
  ["a link to nothing", linkTo("/nothing/of/that/name")],
  ["a pipe", (at) => execFileSync("mkfifo", [at])],
];
// [name, what stands where a file of the unit should].
const files = [
  ["a link outwards", linkTo("/etc/passwd")],
  ["a link to a device", linkTo("/dev/zero")],
  ["a folder", (at) => fs.mkdirSync(at)],
  ["a pipe", (at) => execFileSync("mkfifo", [at])],
  ["another content", (at) => fs.writeFileSync(at, "abd")],
  ["more than it says", (at) => fs.writeFileSync(at, Buffer.alloc(3 * 1024 * 1024))],
];

async function folders() {
  const { database } = await stage();
  const { document } = await exported();
  assert.ok(document.answers.length > 0 && document.texts.length > 0, "the unit has nothing in it");
  const list = [];
  const add = (name, fill) => {
    const folder = path.join(home, String(list.length));
    fs.mkdirSync(path.join(folder, "files"), { recursive: true });
    fill(folder, path.join(folder, "unit.json"));
    list.push({ name, folder });
  };
  for (const [name, change] of changes) {
    const copy = structuredClone(document);
    change(copy);
    const text = await sealed(database, copy);
    add(name, (_, at) => fs.writeFileSync(at, text));
  }
  const good = JSON.stringify(document);
  for (const [name, make] of texts) add(name, (_, at) => fs.writeFileSync(at, make(good)));
  for (const [name, make] of places) add(`unit.json is ${name}`, (_, at) => make(at));
  const lies = await sealed(database, { ...document, files: [file({})] });
  for (const [name, make] of files) {
    add(`a file is ${name}`, (folder, at) => {
      fs.writeFileSync(at, lies);
      make(path.join(folder, "files", digest));
    });
  }
  return list;
}

test("a unit that was made to hurt is refused, and nothing of it stays", async () => {
  const { who } = await stage();
  const { token } = who("lead");
  const cases = (await folders()).map(({ name, folder }) => ({
    name: `unit import: ${name}`,
    run: () => admin(["unit", "import", "--from", folder, "--evidence", evidence], token),
    check: ({ status, text }) => {
      assert.equal(status, 1, "it fell over, or took it");
      assert.match(text, /^admin: [A-Z]/);
      assert.ok(!/SQLSTATE|pqxx|ERROR: |constraint|what\(\)/.test(text), "it tells of its inside");
    },
  }));
  assert.ok(cases.length >= 45);
  await unchanged("archives", cases, { batch: 15 });
});
