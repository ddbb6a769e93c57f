// Requests byte by byte over TLS to the gateway with its own routes, limits and pages. The server
// by itself, with routes of a test's own, is in tests/functional/framing; here the whole service
// answers, and afterwards it answers as before.

import assert from "node:assert/strict";
import net from "node:net";
import test from "node:test";
import { raw, url } from "./support/client.mjs";
import { sound } from "./support/checks.mjs";
import { unsafe } from "./support/routes.mjs";
import { count, stage, tell, unchanged } from "./support/stage.mjs";

const host = `Host: ${new URL(url).host}\r\n`;
const get = (target, lines = "") => `GET ${target} HTTP/1.1\r\n${host}${lines}\r\n`;
const post = (path, lines, body = "") => `POST ${path} HTTP/1.1\r\n${host}${lines}\r\n${body}`;
const chunked = "Transfer-Encoding: chunked\r\n";
const chunks = "5\r\nhello\r\n0\r\n\r\n";
const fields = (n) => Array.from({ length: n }, (_, at) => `X-F${at}: 1\r\n`).join("");
const length = (n) => `Content-Length: ${n}\r\n`;
const form = "Content-Type: application/x-www-form-urlencoded\r\n";
const json = "Content-Type: application/json\r\n";
const api = "/api/v1/answers/C1.1";

// [name, bytes, statuses of the answers in their order; [] when there must be none].
const bodies = [
  ["chunked", post("/sign-in", chunked, chunks), [411]],
  ["chunked to the API", post(api, json + chunked, chunks), [411]],
  [
    "chunked with a trailer of 70 KiB",
    post("/sign-in", chunked, `0\r\nX-T: ${"a".repeat(70000)}\r\n\r\n`),
    [411],
  ],
  [
    "chunked with a trailer that names a session",
    post("/sign-in", chunked, "0\r\nCookie: __Host-session=x\r\n\r\n"),
    [411],
  ],
  [
    "chunked with a trailer that names an address",
    post("/sign-in", chunked, "0\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n"),
    [411],
  ],
  ["chunked, and a length", post("/sign-in", chunked + length(5), chunks), [411]],
  ["a length, and chunked", post("/sign-in", length(5) + chunked, chunks), [411]],
  ["chunked in other letters", post("/sign-in", "tRANSFER-eNCODING: CHUNKED\r\n", chunks), [411]],
  ["chunked with a tab", post("/sign-in", "Transfer-Encoding:\tchunked\r\n", chunks), [411]],
  [
    "chunked with a vertical tab",
    post("/sign-in", "Transfer-Encoding: \x0bchunked\r\n", chunks),
    [400, 411],
  ],
  ["gzip and chunked", post("/sign-in", "Transfer-Encoding: gzip, chunked\r\n", chunks), [411]],
  ["identity", post("/sign-in", "Transfer-Encoding: identity\r\n"), [411]],
  ["an unknown coding", post("/sign-in", "Transfer-Encoding: xchunked\r\n"), [411]],
  ["an empty coding", post("/sign-in", "Transfer-Encoding:\r\n"), [400, 411]],
  ["two codings", post("/sign-in", `${chunked}Transfer-Encoding: identity\r\n`), [411]],
  ["chunked on GET", get("/sign-in", chunked) + chunks, [411]],
  [
    "a blank before the colon of a coding",
    post("/sign-in", "Transfer-Encoding : chunked\r\n", chunks),
    [400, 411],
  ],
  ["two equal lengths", post("/sign-in", length(5) + length(5), "hello"), [400]],
  ["two lengths", post("/sign-in", length(5) + length(6), "hello"), [400]],
  ["a list of lengths", post("/sign-in", "Content-Length: 5, 5\r\n", "hello"), [400]],
  ["a length with a plus", post("/sign-in", "Content-Length: +5\r\n", "hello"), [400]],
  ["a negative length", post("/sign-in", "Content-Length: -1\r\n"), [400]],
  ["a hexadecimal length", post("/sign-in", "Content-Length: 0x5\r\n", "hello"), [400]],
  ["a length with a point", post("/sign-in", "Content-Length: 5.0\r\n", "hello"), [400]],
  [
    "a length of 64 bits and more",
    post("/sign-in", "Content-Length: 18446744073709551621\r\n", "hello"),
    [400],
  ],
  ["an empty length", post("/sign-in", "Content-Length:\r\n"), [400]],
  ["a length in two words", post("/sign-in", "Content-Length: 5 5\r\n", "hello"), [400]],
  ["a length folded", post("/sign-in", "Content-Length: 1\r\n 0\r\n", "0123456789"), [400]],
  [
    "an underscore in place of the hyphen",
    post("/sign-in", "Content_Length: 5\r\n"),
    [403, 415, 422, 400],
  ],
  ["one byte beyond a form", post("/sign-in", form + length(256 * 1024 + 1)), [413]],
  [
    "one byte beyond an autosave",
    post(api, json + length(256 * 1024 + 1)).replace("POST", "PUT"),
    [413],
  ],
  ["beyond a file", post("/evidence/add", length(64 * 1024 * 1024 + 1)), [413]],
  ["beyond any memory", post("/sign-in", length(900000000000000000)), [413]],
  ["a body on GET", get("/sign-in", length(1)) + "x", [413]],
  [
    "a body on DELETE",
    `DELETE ${api} HTTP/1.1\r\n${host}${length(3)}\r\nabc`,
    [404, 405, 413, 401],
  ],
  ["an expectation", post("/sign-in", `${length(1)}Expect: wonders\r\n`), [417]],
  [
    "100-continue for a body that is too large",
    post("/sign-in", `${length(300000)}Expect: 100-continue\r\n`),
    [413],
  ],
];

const targets = [
  ["no host", "GET /sign-in HTTP/1.1\r\n\r\n", [400]],
  ["two hosts", get("/sign-in", host), [400]],
  ["another host besides", get("/sign-in", "Host: elsewhere.example\r\n"), [400]],
  ["an empty host", "GET /sign-in HTTP/1.1\r\nHost:\r\n\r\n", [400]],
  ["an unknown host", "GET /sign-in HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", [421]],
  ["a host with a path", "GET /sign-in HTTP/1.1\r\nHost: localhost/sign-in\r\n\r\n", [400, 421]],
  ["a host with a user", "GET /sign-in HTTP/1.1\r\nHost: me@localhost\r\n\r\n", [400, 421]],
  [
    "a host with a port that is none",
    "GET /sign-in HTTP/1.1\r\nHost: localhost:99x\r\n\r\n",
    [400],
  ],
  [
    "a host with a point at its end",
    "GET /sign-in HTTP/1.1\r\nHost: localhost.\r\n\r\n",
    [400, 421],
  ],
  ["a host of an inside address", "GET /sign-in HTTP/1.1\r\nHost: 169.254.169.254\r\n\r\n", [421]],
  ["a host in brackets", "GET /sign-in HTTP/1.1\r\nHost: [::1]:443\r\n\r\n", [421]],
  ["an absolute address", get(`${url}/sign-in`), [400]],
  ["an absolute address of another host", get("http://elsewhere.example/"), [400]],
  ["an authority", "CONNECT localhost:443 HTTP/1.1\r\n" + host + "\r\n", [405]],
  ["an asterisk", `OPTIONS * HTTP/1.1\r\n${host}\r\n`, [400, 405]],
  ["TRACE", `TRACE /sign-in HTTP/1.1\r\n${host}\r\n`, [405]],
  ["TRACK", `TRACK /sign-in HTTP/1.1\r\n${host}\r\n`, [405]],
  ["a method that is none", `BREW /sign-in HTTP/1.1\r\n${host}\r\n`, [405]],
  ["a method in small letters", `get /sign-in HTTP/1.1\r\n${host}\r\n`, [405]],
  ["a method of 20 KiB", `${"A".repeat(20000)} / HTTP/1.1\r\n${host}\r\n`, [400, 405, 431]],
  ["no leading slash", get("sign-in"), [400]],
  ["two leading slashes", get("//sign-in"), [400]],
  ["dots", get("/../sign-in"), [400]],
  ["encoded dots", get("/%2e%2e/sign-in"), [400]],
  ["dots to a file", get("/assets/../../../../etc/passwd"), [400]],
  ["an encoded slash", get("/standards/a%2Fb"), [400]],
  ["an encoded backslash", get("/standards/a%5cb"), [400]],
  ["an encoded NUL", get("/standards/a%00"), [400]],
  ["an encoded line end", get("/sign-in%0d%0aX-Injected:%201"), [400]],
  ["an escape that is cut", get("/standards/%4"), [400]],
  ["an escape that is none", get("/standards/%zz"), [400]],
  ["an escape that is no UTF-8", get("/standards/%ff"), [400]],
  ["an overlong slash", get("/standards/%c0%af"), [400]],
  ["a byte above ASCII", Buffer.from(get("/standards/\xc3\xa9"), "latin1"), [400]],
  ["a control character", get("/standards/\x01"), [400]],
  ["a fragment", get("/sign-in#x"), [400]],
  ["a blank in the target", get("/sign in"), [400]],
  ["a NUL in the query", get("/sign-in?next=%00"), [400]],
  ["300 parameters", get(`/sign-in?${"a=1&".repeat(300)}`), [400]],
  ["a target of 5,000 characters", get(`/${"a".repeat(5000)}`), [414]],
  ["a target of 60,000 characters", get(`/${"a".repeat(60000)}`), [400, 414, 431]],
];

const heads = [
  ["HTTP/0.9", "GET /sign-in\r\n\r\n", [400]],
  ["HTTP/1.0", `GET /sign-in HTTP/1.0\r\n${host}\r\n`, [400]],
  ["HTTP/2.0 by name", `GET /sign-in HTTP/2.0\r\n${host}\r\n`, [400]],
  ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400, 405]],
  ["a version that is none", `GET /sign-in HTTP/1.1.1\r\n${host}\r\n`, [400]],
  ["an upgrade", get("/sign-in", "Connection: upgrade\r\nUpgrade: h2c\r\n"), [200]],
  [
    "an upgrade to a socket",
    get("/sign-in", "Connection: Upgrade\r\nUpgrade: websocket\r\n"),
    [200],
  ],
  ["line feeds alone", "GET /sign-in HTTP/1.1\nHost: localhost\n\n", [400]],
  ["carriage returns alone", "GET /sign-in HTTP/1.1\rHost: localhost\r\r", []],
  ["a NUL in a value", get("/sign-in", "X-A: a\x00b\r\n"), [400]],
  ["a carriage return in a value", get("/sign-in", "X-A: a\rX-Injected: 1\r\n"), [400]],
  ["a control character in a value", get("/sign-in", "X-A: \x07\r\n"), [400]],
  ["a value that is no UTF-8", Buffer.from(get("/sign-in", "X-A: \xff\r\n"), "latin1"), [400]],
  ["a name with a blank", get("/sign-in", "X A: 1\r\n"), [400]],
  ["a name with a NUL", get("/sign-in", "X\x00A: 1\r\n"), [400]],
  ["no name", get("/sign-in", ": 1\r\n"), [400]],
  ["no colon", get("/sign-in", "X-A\r\n"), [400]],
  ["a first line that is folded", `GET /sign-in HTTP/1.1\r\n X: 1\r\n${host}\r\n`, [400]],
  ["101 fields", get("/sign-in", fields(100)), [431]],
  ["a header of 9 KiB", get("/sign-in", `X-A: ${"a".repeat(9000)}\r\n`), [431]],
  ["a header of 200 KiB", get("/sign-in", `X-A: ${"a".repeat(200000)}\r\n`), [431]],
  ["a cookie of 8 KiB", get("/sign-in", `Cookie: a=${"b".repeat(8200)}\r\n`), [431]],
  ["bytes of a TLS hello", Buffer.from("16030100050100000100\r\n\r\n", "hex"), []],
  ["an SMTP client", "EHLO localhost\r\nMAIL FROM:<a@b>\r\n\r\n", [400]],
  ["only line ends", "\r\n\r\n\r\n\r\n", []],
];

// What follows a request that is refused is never read as a request.
const smuggled = get("/healthz");
const pipelines = [
  ["two good ones", get("/healthz") + get("/healthz"), [200, 200]],
  ["a chunked one before a good one", post("/sign-in", chunked, `0\r\n\r\n${smuggled}`), [411]],
  [
    "a length of too much before a good one",
    post("/sign-in", length(5) + length(60), smuggled),
    [400],
  ],
  ["a body on GET that is a request", get("/sign-in", length(smuggled.length)) + smuggled, [413]],
  ["100 at once", smuggled.repeat(100), Array(100).fill(200)],
  ["a good one, then garbage", `${smuggled}garbage\r\n\r\n`, [200, 400]],
];

function judge([name, , statuses], { answers, closed }) {
  const got = answers.map(({ status }) => status);
  if (statuses.length === 0)
    return assert.ok(
      got.every((one) => one === 400),
      `${got}`,
    );
  const alternatives = got.length === 1 && statuses.includes(got[0]);
  const inOrder = got.join() === statuses.join();
  assert.ok(alternatives || inOrder, `${name}: ${got.join() || "nothing"}, not ${statuses}`);
  for (const answer of answers) if (answer.status !== 200) sound(answer);
  if (got.at(-1) >= 400 && ![403, 404, 422].includes(got.at(-1))) assert.ok(closed, "stays open");
}

const asCase = (one) => ({
  name: one[0],
  run: () => raw(one[1], { silence: 700 }),
  check: (answer) => judge(one, answer),
});

test("what is no proper request is refused, ends its connection, and changes nothing", async () => {
  const cases = [...bodies, ...targets, ...heads, ...pipelines].map(asCase);
  await unchanged("framing", cases, { batch: 40 });
});

test("every route refuses a body beyond its own limit before it comes", async () => {
  const cases = unsafe.map((route) => {
    const path = route.pattern.replace(/\{[^}]+\}/g, "x");
    const lines = `${host}${length(route.body_max + 1)}${route.surface === "api" ? json : form}`;
    const bytes = `${route.verb} ${path} HTTP/1.1\r\n${lines}\r\n`;
    return asCase([`${route.verb} ${route.pattern}`, bytes, [413]]);
  });
  await unchanged("framing", cases, { batch: 60 });
});

// Bytes that are no TLS at all, straight to the port.
function plain(bytes) {
  return new Promise((resolve) => {
    const parts = [];
    const socket = net.connect(Number(new URL(url).port), "localhost", () => socket.write(bytes));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("data", (part) => parts.push(part));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(parts)));
  });
}

test("what is no TLS gets no answer in HTTP, and the next one is served", async () => {
  const { visits } = await stage();
  const hello = "160301020001";
  const records = {
    "plain HTTP": get("/sign-in"),
    "a record that is too long": Buffer.from("160301ffff" + "00".repeat(64), "hex"),
    "a hello cut off": Buffer.from(hello, "hex"),
    "a hello of zeros": Buffer.from(`${hello}${"00".repeat(512)}`, "hex"),
    "an alert first": Buffer.from("15030100020228", "hex"),
    "data first": Buffer.from("1703030005aabbccddee", "hex"),
    "SSL 2": Buffer.from("802e0100020015000000100100800200800300800400800500800600400700c0", "hex"),
    "nothing but noise": Buffer.from(Array.from({ length: 900 }, (_, at) => (at * 73 + 11) & 255)),
  };
  const faults = [];
  for (const [name, bytes] of Object.entries(records)) {
    const answer = await plain(bytes);
    if (/HTTP\/|<html|error:/i.test(answer.toString("latin1"))) faults.push(`${name}: ${answer}`);
    if ((await visits.get("/healthz")).status !== 200) faults.push(`${name}: nobody answers now`);
  }
  count("framing", Object.keys(records).length);
  tell("framing", faults);
});
