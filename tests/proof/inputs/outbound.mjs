// Addresses of an inside that somebody hopes the service will call: no route fetches anything, so
// each is a text. A listener of this test hears whether anybody calls.

import assert from "node:assert/strict";
import http from "node:http";
import test from "node:test";
import { sound } from "./support/checks.mjs";
import { routes } from "./support/routes.mjs";
import { backToKept, count, full, sample, stage, tell } from "./support/stage.mjs";
import { apiTexts, formTexts } from "./support/texts.mjs";

// Fields of every route whose name says that an address might be followed.
const following = /url|uri|link|href|host|callback|webhook|redirect|proxy|feed|fetch|import/i;

function listener() {
  const heard = [];
  const server = http.createServer((request, response) => {
    heard.push(request.url);
    response.end("heard");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, heard })));
}

const targets = (port) => [
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://017700000001:${port}/`,
  `http://127.1:${port}/`,
  `http://user@127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}#@elsewhere.example/`,
  `//127.0.0.1:${port}/`,
  `\\\\127.0.0.1@${port}\\share`,
  `https://127.0.0.1:${port}/`,
  `gopher://127.0.0.1:${port}/_a`,
  `ftp://127.0.0.1:${port}/`,
  `file:///etc/passwd`,
  `dict://127.0.0.1:${port}/a`,
  "http://169.254.169.254/latest/meta-data/",
  "http://metadata.google.internal/",
  "http://10.0.0.1/",
  "http://192.168.0.1/",
  "http://cache/",
];

test("no field of any form asks for an address that would be followed", async () => {
  const { forms } = await stage();
  const names = forms.flatMap((form) =>
    form.fields.map(({ name, kind }) => ({ name, kind, form })),
  );
  const found = names.filter(({ name, kind }) => kind === "url" || following.test(name));
  assert.deepEqual(
    found.map(({ name, form }) => `${form.route?.pattern} ${name}`),
    [],
  );
  assert.ok(!routes.some(({ pattern }) => following.test(pattern.replace("/sign-in/link", ""))));
});

test("an address of an inside is a text, and nobody calls it", async () => {
  const { server, heard } = await listener();
  const all = targets(server.address().port);
  const pairs = [...(await formTexts()), ...(await apiTexts())].flatMap((place) =>
    all.map((value) => ({ place, value })),
  );
  const faults = [];
  for (const { place, value } of sample("outbound", pairs, full ? 2000 : 60)) {
    const answer = await place.send(value);
    count("outbound");
    // An earlier one may stand in the page as well.
    const text = all.reduce((rest, one) => rest.replaceAll(one, ""), answer.text);
    try {
      sound({ ...answer, text }, value);
    } catch (error) {
      faults.push(`${place.name}: ${value}: ${error.message.split("\n")[0]}`);
    }
  }
  await backToKept();
  server.close();
  assert.deepEqual(heard, [], "somebody called");
  tell("outbound", faults);
});
