// The one form that a program sends: the fields of /oauth/token with everything in them that is no
// field, in a body and in a header. Each is refused as RFC 6749 has it, and no token is made.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import { sound } from "./support/checks.mjs";
import { send, urlencoded } from "./support/client.mjs";
import { stage, unchanged } from "./support/stage.mjs";

const good = [
  ["grant_type", "client_credentials"],
  ["scope", "questions:read"],
  ["client_id", "orc-nobody"],
  ["client_secret", "a secret that nobody has"],
];
const form = "application/x-www-form-urlencoded";
const basic = (text) => `Basic ${Buffer.from(text).toString("base64")}`;

const odd = [
  ["nothing", ""],
  ["a blank", " "],
  ["SQL", "' or '1'='1' --"],
  ["a statement", "'); delete from identity.session; --"],
  ["markup", "<script>q()</script>"],
  ["a line end", "a\r\nX-Injected: 1"],
  ["right to left", "\u202eabc"],
  ["decomposed", "e\u0301"],
  ["4,000 letters", "a".repeat(4000)],
  ["a star", "*"],
  ["a NUL", Buffer.from([0x61, 0x00, 0x62])],
  ["bytes that are no text", Buffer.from([0xff, 0xfe])],
  ["an overlong slash", Buffer.from([0xc0, 0xaf])],
  ["a surrogate", Buffer.from([0xed, 0xa0, 0x80])],
];

const put = (name, value) => good.map((pair) => (pair[0] === name ? [name, value] : pair));
const without = (name) => good.filter(([one]) => one !== name);

// [name, body, headers].
function shapes() {
  const body = urlencoded(good);
  const named = urlencoded(good.slice(0, 2));
  const headers = [
    ["no colon", basic("abc")],
    ["an empty name", basic(":secret")],
    ["an empty secret", basic("orc-nobody:")],
    ["half an escape", basic("a%4:b")],
    ["a NUL", basic("a%00:b")],
    ["bytes that are no text", basic("%ff:%fe")],
    ["no base64", "Basic !!!!"],
    ["nothing", "Basic "],
    ["a bearer", `Bearer ${randomBytes(32).toString("base64url")}`],
    ["7,000 letters", basic("a".repeat(5000))],
  ];
  return [
    ...headers.map(([name, authorization]) => [`header, ${name}`, named, { authorization }]),
    ["two ways", body, { authorization: basic("orc-nobody:b") }],
    ["nothing", "", {}],
    ["JSON", JSON.stringify(Object.fromEntries(good)), { "content-type": "application/json" }],
    ["JSON that says it is a form", JSON.stringify(Object.fromEntries(good)), {}],
    ["with a file", body, { "content-type": "multipart/form-data; boundary=x" }],
    ["no type", body, { "content-type": "" }],
    ["half an escape", `${body}&a=%4`, {}],
    ["300 parameters", `${body}${"&a=1".repeat(300)}`, {}],
    ["9 KiB", `${body}&a=${"a".repeat(9 * 1024)}`, {}],
    ...good.map(([name]) => [`${name} twice`, `${body}&${name}=x`, {}]),
    ...good.map(([name]) => [`without ${name}`, urlencoded(without(name)), {}]),
    ...["password", "authorization_code", "refresh_token", "CLIENT_CREDENTIALS"].map((grant) => [
      `grant ${grant}`,
      urlencoded(put("grant_type", grant)),
      {},
    ]),
    ...["submit answers:write", "admin", "questions:read  submit", "questions:read,submit"].map(
      (scope) => [`scope ${scope}`, urlencoded(put("scope", scope)), {}],
    ),
  ];
}

function refused(answer) {
  sound(answer, "a secret that nobody has");
  assert.ok([400, 401, 413, 415, 429, 431].includes(answer.status), `${answer.status}`);
  assert.match(answer.headers["cache-control"] ?? "", /no-store/);
  // What is refused before it is a request for a token is refused as everywhere.
  if (!answer.headers["content-type"]?.startsWith("application/json")) return;
  const { error, access_token: token } = JSON.parse(answer.text);
  assert.match(error, /^[a-z_]+$/);
  assert.equal(token, undefined);
}

test("what is no request for a token gets none, and changes nothing", async () => {
  await stage();
  const fields = good.flatMap(([name]) =>
    odd.map(([what, value]) => [`${name}: ${what}`, urlencoded(put(name, value)), {}]),
  );
  const cases = [...fields, ...shapes()].map(([name, body, headers]) => ({
    name: `POST /oauth/token, ${name}`,
    run: () =>
      send("POST", "/oauth/token", { headers: { "content-type": form, ...headers }, body }),
    check: refused,
  }));
  assert.ok(cases.length >= 80);
  await unchanged("sign-in", cases, { batch: 40 });
});
