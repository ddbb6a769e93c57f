// The same request again, by its key: the same answer and nothing done twice; another body, another
// person, at the same moment.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { refusedJson, sound } from "./support/checks.mjs";
import { backToKept, count, stage } from "./support/stage.mjs";

async function ready() {
  const { database, who } = await stage();
  const authoriser = who("force authoriser");
  const { requests } = JSON.parse((await authoriser.api("GET", "/requests")).text);
  const submissions = async () =>
    Number((await database.rows("select count(*) as n from tenant.submission"))[0].n);
  const body = {
    requests: [requests[0].request],
    name: "Ruth Amory",
    position: "Lead",
    statement: "It is a fair account.",
  };
  const send = (value, key, who = authoriser) =>
    who.api("POST", "/submissions", value, key === undefined ? {} : { "idempotency-key": key });
  return { who, body, requests, send, submissions };
}

test("the same key and body get the same answer, and one submission", async (t) => {
  t.after(backToKept);
  const { body, send, submissions } = await ready();
  const before = await submissions();
  const key = randomUUID();
  const first = await send(body, key);
  assert.ok(first.status < 300, first.text);
  for (let at = 0; at < 5; ++at) {
    const again = await send(body, key);
    count("idempotency");
    assert.equal(again.status, first.status);
    assert.deepEqual(JSON.parse(again.text), JSON.parse(first.text));
  }
  const turned = Object.fromEntries(Object.entries(body).reverse());
  assert.deepEqual(JSON.parse((await send(turned, key)).text), JSON.parse(first.text));
  const spaced = JSON.stringify(body, null, 3);
  assert.deepEqual(JSON.parse((await send(spaced, key)).text), JSON.parse(first.text));
  count("idempotency", 2);
  assert.equal(await submissions(), before + 1);
});

test("the same key with another body is refused, and does nothing", async (t) => {
  t.after(backToKept);
  const { body, requests, send, submissions } = await ready();
  const key = randomUUID();
  assert.ok((await send(body, key)).status < 300);
  const before = await submissions();
  for (const other of [
    { ...body, name: "Somebody Else" },
    { ...body, position: "Another" },
    { ...body, statement: "It is another account." },
    { ...body, requests: [requests[1].request] },
    { ...body, requests: requests.map(({ request }) => request) },
  ]) {
    refusedJson(await send(other, key), 422, "key-reused");
    count("idempotency");
  }
  assert.equal(await submissions(), before);
});

test("twenty at once make one submission", async (t) => {
  t.after(backToKept);
  const { body, send, submissions } = await ready();
  const before = await submissions();
  const key = randomUUID();
  const all = await Promise.all(Array.from({ length: 20 }, () => send(body, key)));
  for (const answer of all) {
    sound(answer);
    assert.ok(answer.status < 300 || answer.status === 409, answer.text);
  }
  const good = all
    .filter(({ status }) => status < 300)
    .map(({ text }) => JSON.parse(text).submission);
  assert.equal(new Set(good).size, 1);
  count("idempotency", all.length);
  assert.equal(await submissions(), before + 1);
});

test("a key belongs to whoever sent it, and a refusal does not use it up", async (t) => {
  t.after(backToKept);
  const { who, body, send } = await ready();
  const key = randomUUID();
  refusedJson(await send({ ...body, name: "" }, key), 422, "validation");
  const first = await send(body, key);
  assert.ok(first.status < 300, first.text);
  refusedJson(await send(body, key, who("authoriser")), [404, 422]);
  refusedJson(await send(body, key, who("lead")), 403);
  for (const wrong of ["", " ", "a b", "k".repeat(101), undefined]) {
    refusedJson(await send(body, wrong), 400, "key-missing");
    count("idempotency");
  }
  count("idempotency", 4);
});
