// Bodies of the API that are not what its description says: of every operation that takes JSON, as
// a whole and field by field. Each is refused in words, and changes nothing.

import assert from "node:assert/strict";
import test from "node:test";
import { refusedJson, sound } from "./support/checks.mjs";
import { baseOf, pathOf, senderOf, leavesOf } from "./support/operations.mjs";
import { bodies } from "./support/routes.mjs";
import { backToKept, sample, stage, unchanged } from "./support/stage.mjs";

const nested = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const inside = (text, member) => text.replace(/\}$/, `${text === "{}" ? "" : ","}${member}}`);

// [name, body made of a good one, statuses].
const wholes = [
  ["nothing", () => "", [400, 422]],
  ["only blanks", () => " \r\n\t ", 400],
  ["null", () => "null", 422],
  ["a list", (good) => `[${good}]`, 422],
  ["a number", () => "1", 422],
  ["a text", () => '"text"', 422],
  ["true", () => "true", 422],
  ["cut in the middle", (good) => good.slice(0, Math.max(1, good.length >> 1)), 400],
  ["without its end", (good) => good.slice(0, -1), 400],
  ["with garbage after it", (good) => `${good}x`, 400],
  ["twice", (good) => good + good, 400],
  ["a byte order mark and a lone one", (good) => `\ufeff\ufeff${good}`, 400],
  ["a raw NUL", (good) => inside(good, '"a":"b\u0000c"'), 400],
  ["an escaped NUL", (good) => inside(good, '"a":"b\\u0000c"'), 400],
  ["a NUL in a key", (good) => inside(good, '"a\\u0000":1'), 400],
  ["a lone high surrogate", (good) => inside(good, '"a":"\\ud800"'), 400],
  ["a lone low surrogate", (good) => inside(good, '"a":"\\udc00"'), 400],
  ["surrogates the wrong way round", (good) => inside(good, '"a":"\\udc00\\ud800"'), 400],
  ["bytes that are not UTF-8", () => Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
  ["an overlong byte", () => Buffer.from('{"a":"\xc0\xaf"}', "latin1"), 400],
  ["a surrogate in UTF-8", () => Buffer.from('{"a":"\xed\xa0\x80"}', "latin1"), 400],
  ["UTF-16", (good) => Buffer.from(good, "utf16le"), 400],
  ["40 levels deep", (good) => inside(good, `"a":${nested(40)}`), 400],
  ["100,000 levels deep", () => nested(100000), [400, 413]],
  ["100,000 levels deep in objects", () => '{"a":'.repeat(100000), [400, 413]],
  ["a key twice", (good) => inside(good, '"zz":1,"zz":1'), 400],
  ["a member that is not known", (good) => inside(good, '"zz":1'), 422],
  ["__proto__", (good) => inside(good, '"__proto__":{"level":4}'), 422],
  ["an empty name", (good) => inside(good, '"":1'), 422],
  ["a comment", (good) => `/* a */${good}`, 400],
  ["single quotes", () => "{'a':1}", 400],
  ["a comma too many", (good) => inside(good, '"zz":1,'), 400],
  ["names without quotes", () => "{a:1}", 400],
  ["NaN", (good) => inside(good, '"zz":NaN'), 400],
  ["Infinity", (good) => inside(good, '"zz":-Infinity'), 400],
  ["1e400", (good) => inside(good, '"zz":1e400'), 400],
  ["a number of 400 digits", (good) => inside(good, `"zz":${"9".repeat(400)}`), 400],
  ["a zero in front", (good) => inside(good, '"zz":01'), 400],
  ["a plus in front", (good) => inside(good, '"zz":+1'), 400],
  ["hexadecimal", (good) => inside(good, '"zz":0x10'), 400],
  ["a control character in a text", (good) => inside(good, '"zz":"a\u0001b"'), 400],
  ["a line end in a text", (good) => inside(good, '"zz":"a\nb"'), 400],
  ["an escape that is none", (good) => inside(good, '"zz":"\\x41"'), 400],
  ["300 KiB", (good) => inside(good, `"zz":"${"a".repeat(300 * 1024)}"`), 413],
];

// [name, headers, body made of a good one].
const contents = [
  ["plain text", { "content-type": "text/plain" }],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["XML", { "content-type": "application/xml" }],
  ["something like JSON", { "content-type": "application/jsonx" }],
  ["no type", { "content-type": "" }],
  ["two types", { "content-type": "application/json, text/plain" }],
  ["a form with a file", { "content-type": "multipart/form-data; boundary=x" }],
];

const integers = [
  "3.9",
  "-1",
  "true",
  '"3"',
  "1e400",
  "3.0",
  "99999999999999999999",
  "[]",
  "{}",
  "1e2",
];
const texts = ["1", "true", "[]", "{}", "0.5", '["a"]'];
const wrong = {
  integer: integers,
  number: ['"3"', "true", "[]", "{}"],
  string: texts,
  boolean: ["0", "1", '"true"', '"yes"', "[]", "{}"],
  array: ["{}", '"x"', "1", "true", "[1]", "[[]]", "[null]"],
  object: ["[]", '"x"', "1", "true"],
};
const formats = {
  uuid: [
    "no-uuid",
    "",
    "00000000-0000-0000-0000-00000000000",
    "{00000000-0000-0000-0000-000000000000}",
    "' or 1=1--",
  ],
  date: [
    "2027-02-29",
    "2027-13-01",
    "2027-00-10",
    "2027-04-31",
    "0000-00-00",
    "2027-2-3",
    "tomorrow",
    "28/05/2027",
    "2027-05-28T00:00",
    "99999-01-01",
  ],
};

function wrongValues(leaf) {
  const list = (wrong[leaf.type] ?? []).map((text) => [text, text]);
  if (leaf.type === "string") {
    for (const value of formats[leaf.format] ?? []) {
      // An empty text stands for nothing, as null does, where nothing may be said.
      if (value !== "" || leaf.required) list.push([value, JSON.stringify(value)]);
    }
    if (leaf.enum)
      for (const value of ["nope", "", leaf.enum[0].toUpperCase()]) {
        if (!leaf.enum.includes(value)) list.push([`no such word ${value}`, JSON.stringify(value)]);
      }
    if (leaf.maxLength && leaf.maxLength < 100000) {
      list.push(["one character too many", JSON.stringify("a".repeat(leaf.maxLength + 1))]);
    }
  }
  if (leaf.maximum !== undefined) list.push(["one too many", String(leaf.maximum + 1)]);
  if (leaf.required && !leaf.nullable) list.push(["null", "null"]);
  return list;
}

function set(value, pointer, text) {
  const mark = "@@here@@";
  const copy = structuredClone(value);
  let at = copy;
  for (const key of pointer.slice(0, -1)) at = at[key];
  at[pointer.at(-1)] = mark;
  return JSON.stringify(copy).replace(`"${mark}"`, text);
}

async function cases() {
  const list = [];
  for (const operation of bodies) {
    const who = await senderOf(operation);
    const path = await pathOf(operation, who);
    const base = await baseOf(operation, who);
    const key = { "idempotency-key": "inputs-json" };
    const add = (name, body, statuses, headers = {}) =>
      list.push({
        name: `${operation.id}: ${name}`,
        run: () => who.api(operation.verb, path, body, { ...key, ...headers }),
        check: (answer) => refusedJson(answer, statuses),
      });
    for (const [name, make, statuses] of wholes)
      add(name, make(JSON.stringify(base)), [statuses].flat());
    for (const [name, headers] of contents) add(name, JSON.stringify(base), [400, 415], headers);
    for (const leaf of leavesOf(operation.schema, base)) {
      for (const [name, text] of wrongValues(leaf)) {
        const field = leaf.pointer.join("/");
        add(
          `/${field} as ${name.slice(0, 60)}`,
          set(leaf.base, leaf.pointer, text),
          [400, 404, 413, 422],
        );
      }
    }
  }
  return list;
}

test("the bodies that are spoilt are good ones otherwise", async () => {
  await stage();
  assert.ok(bodies.length >= 10, "the description has operations that take JSON");
  for (const operation of bodies) {
    const who = await senderOf(operation);
    const path = await pathOf(operation, who);
    const body = await baseOf(operation, who);
    const answer = await who.api(operation.verb, path, body, { "idempotency-key": "inputs-good" });
    sound(answer);
    const fault = `${operation.id} ${path}: ${answer.status} ${answer.text}`;
    // What a body says may be refused for what it says, never for how it is made.
    const shape = /"field":"\//.test(answer.text);
    assert.ok([412, 422].includes(answer.status) || answer.status < 300, fault);
    assert.ok(!shape, fault);
    await backToKept();
  }
});

test("a body that is not what the description says is refused, and nothing changes", async () => {
  await stage();
  await unchanged("json", sample("json", await cases(), 500));
});
