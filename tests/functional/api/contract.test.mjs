// Every operation of the API, asked once in earnest: what goes in and what comes back is what
// schemas/api/openapi.yaml says. A youth centre fills one board's own form and sends it; the
// ambulance trust does what only agencies with several boards do.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import test, { after } from "node:test";
import { sleep } from "../../../tools/demo/api.mjs";
import { People, readJson } from "../../../tools/demo/people.mjs";
import { faultsIn, operationOf, operations } from "../../support/contract.mjs";

const region = readJson(process.env.ONERETURN_REGION);
const environment = { url: process.env.ONERETURN_URL, admin: process.env.ONERETURN_ADMIN };
const people = new People(region, environment);
const lead = people.withRole("moorland-ambulance", "lead");
const writer = people.writerFor("fenwick-lane", "hollin-park-centre");
const authoriser = people.withRole("fenwick-lane", "authoriser");
const manager = people.withRole("westmarch", "manager");
const stranger = people.withRole("thistle-row", "contributor");

const worked = new Set();

async function ask(client, verb, path, sent, headers = {}) {
  const raw = headers["content-type"] !== undefined;
  const text = sent === undefined ? "" : raw ? sent : JSON.stringify(sent);
  const answer = await client.send(verb, `/api/v1${path}`, text, {
    authorization: `Bearer ${client.token}`,
    ...(text === "" ? {} : { "content-type": "application/json" }),
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  const { status } = answer;
  const answered = answer.text === "" ? null : JSON.parse(answer.text);
  assert.deepEqual(faultsIn({ verb, path, sent, status, answered }), []);
  if (status < 300) worked.add(operationOf(verb, path).id);
  return { status, body: answered };
}

async function good(client, verb, path, sent, headers) {
  const answer = await ask(client, verb, path, sent, headers);
  assert.ok(
    answer.status < 300,
    `${verb} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
  );
  return answer.body;
}

test("the referee notices what is not described", () => {
  const exchange = { verb: "GET", path: "/me", sent: undefined, status: 200 };
  const me = { person: {}, acting_as: null, scopes: null, memberships: [] };
  assert.notDeepEqual(faultsIn({ ...exchange, answered: me }), []);
  assert.notDeepEqual(faultsIn({ ...exchange, answered: { ...me, more: 1 } }), []);
  assert.notDeepEqual(faultsIn({ ...exchange, status: 418, answered: me }), []);
  assert.notDeepEqual(faultsIn({ ...exchange, path: "/mine", answered: me }), []);
});

test("an agency of several boards reads and writes", async () => {
  await good(lead, "GET", "/me");
  const { requests } = await good(lead, "GET", "/requests");
  const all = await good(lead, "GET", "/return");
  const asked = all.questions.find((one) => one.requirement === "C3.1") ?? all.questions.at(-1);
  const code = asked.requirement;
  await good(lead, "GET", `/questions/${code}`);
  await good(lead, "GET", "/answers");
  const words = {
    level: 2,
    describes: "It is in the induction of every crew.",
    knows: "A sample.",
  };
  const before = await ask(lead, "GET", `/answers/${code}`);
  const version = before.status === 404 ? 0 : before.body.version;
  await good(lead, "PUT", `/answers/${code}`, { ...words, version });
  await good(lead, "GET", `/answers/${code}`);
  assert.equal((await ask(lead, "PUT", `/answers/${code}`, { ...words, version })).status, 412);
  assert.equal((await ask(lead, "PUT", `/answers/${code}`, { ...words, level: 9 })).status, 422);
  assert.equal((await ask(lead, "PUT", "/answers/C9.99", { ...words, version })).status, 404);
  for (const { request } of requests) {
    await good(lead, "GET", `/requests/${request}/extras`);
    await good(lead, "GET", `/requests/${request}/copy`);
  }
  const extras = all.extras.flatMap((one) =>
    one.extras.map((extra) => ({ ...extra, request: one.request })),
  );
  const local = extras.find((one) => ["whole", "local_part"].includes(one.kind));
  const path = `/requests/${local.request}/answers/${local.key}`;
  const part = { version: local.version, describes: "Our link officer is the duty manager." };
  await good(lead, "PUT", path, part);
  await good(lead, "GET", "/check");
  assert.equal((await ask(manager, "GET", "/answers")).status, 403);
});

test("colleagues share out the work, talk, and look back", async () => {
  const place = { kind: "question", code: "C3.1" };
  const { colleagues } = await good(lead, "GET", "/tasks");
  const task = { place, person: colleagues[0].person, note: "By half-term", by_on: "2027-05-07" };
  await good(lead, "PUT", "/assignments", task);
  await good(lead, "POST", "/notes", { place, text: "Who has the figures?", missing: true });
  const { assignments, notes } = await good(lead, "GET", "/tasks");
  const mine = assignments.find((one) => one.note === "By half-term");
  const said = notes.find((one) => one.text === "Who has the figures?");
  await good(lead, "DELETE", `/assignments/${mine.assignment}`);
  await good(lead, "DELETE", `/notes/${said.note}`);
  assert.equal((await ask(lead, "POST", "/notes", { place, text: "" })).status, 422);
  assert.equal((await ask(stranger, "DELETE", `/notes/${said.note}`)).status, 404);
  const answer = await ask(lead, "GET", "/answers/C3.1");
  const words = { version: answer.body.version, level: 2, describes: "Once more.", knows: "" };
  const { version } = await good(lead, "PUT", "/answers/C3.1", words);
  const { versions } = await good(lead, "GET", "/answers/C3.1/history");
  const restore = { restore: versions.at(-1).version };
  const late = await ask(lead, "POST", "/answers/C3.1/restored", { ...restore, version: 0 });
  assert.equal(late.status, 412);
  await good(lead, "POST", "/answers/C3.1/restored", { ...restore, version });
});

test("an agency keeps actions and evidence", async () => {
  const words = { what: "Brief each crew", lead: "Head of training", by_on: "2027-09-30" };
  const subjects = [{ requirement: "C3.1" }];
  const { commitment } = await good(lead, "POST", "/commitments", { ...words, subjects });
  await good(lead, "GET", "/commitments");
  await good(lead, "PUT", `/commitments/${commitment}`, { ...words, how: "In person", subjects });
  await good(lead, "DELETE", `/commitments/${commitment}`);
  assert.equal((await ask(lead, "POST", "/commitments", { subjects: [] })).status, 422);
  const piece = { title: "Induction checklist", kept_where: "With the training team" };
  const { evidence } = await good(lead, "POST", "/evidence", piece);
  await good(lead, "PUT", `/evidence/${evidence}`, { ...piece, requirements: ["C3.1"] });
  const child = { ...piece, kept_where: "In the file of Jamie Samplen, born 12-03-2015" };
  assert.equal((await ask(lead, "POST", "/evidence", child)).status, 422);
  const named = { ...child, names_reason: "An invented child of the training course." };
  await good(lead, "PUT", `/evidence/${evidence}`, named);
  await good(lead, "PUT", `/evidence/${evidence}`, { ...piece, requirements: ["C3.1"] });
  await good(lead, "GET", "/evidence");
});

test("an agency keeps files as evidence", async () => {
  const type = { "content-type": "application/octet-stream" };
  const text = `A checklist of ${new Date().toISOString()}\n`;
  const named = createHash("sha256").update(text).digest("hex");
  const path = `/evidence/files/${named}?name=checklist.txt`;
  const { evidence } = await good(lead, "PUT", path, text, type);
  assert.equal((await good(lead, "PUT", path, text, type)).evidence, evidence);
  await good(lead, "GET", `/evidence/${evidence}`);
  const next = `${text}Two more lines\n`;
  await good(lead, "PUT", `/evidence/${evidence}/file?name=checklist.txt`, next, type);
  assert.equal((await ask(stranger, "GET", `/evidence/${evidence}`)).status, 404);
});

// The boxes that an agency fills, with their versions as they stand.
async function boxesOf(unit, request) {
  const { sections } = await good(writer, "GET", `/requests/${request}/form?unit=${unit}`);
  const boxes = sections.flatMap((one) => [...one.boxes, ...one.items.flatMap((i) => i.boxes)]);
  return boxes.filter((box) => box.filled_by !== "board");
}

test("a centre fills the form of its one board and sends it", async () => {
  const { unit, requests } = await good(writer, "GET", "/requests");
  const [{ request }] = requests;
  const address = (box) => `/requests/${request}/boxes/direct/${encodeURIComponent(box.box_no)}`;
  const write = (box) => {
    const text = `The centre does this each term (${box.box_no}).`;
    return good(writer, "PUT", address(box), { version: box.version, text });
  };
  const boxes = await boxesOf(unit, request);
  for (const box of boxes) await write(box);
  const stale = await ask(writer, "PUT", address(boxes[0]), { version: 99, text: "Late." });
  assert.equal(stale.status, 412);
  assert.match(stale.body.current.text, /each term/);
  const promise = `/requests/${request}/promises/${encodeURIComponent(boxes[0].box_no)}`;
  await good(writer, "PUT", promise, { by_on: "2027-06-01", by_whom: "The manager" });
  await good(writer, "DELETE", promise);
  const written = (await boxesOf(unit, request))[0];
  const tag = { "if-match": `"${written.version}"` };
  await good(writer, "DELETE", address(written), undefined, tag);
  await write((await boxesOf(unit, request))[0]);
  await submit(unit, request);
});

async function submit(unit, request) {
  const { boards } = await good(authoriser, "GET", `/check?unit=${unit}`);
  const mine = boards.find((one) => one.request === request);
  const keys = mine.queries.map((query) => query.key);
  for (const key of keys.length > 0 ? keys : ["no-knows:C1.1"]) {
    const explanation = { key, text: "It is as written." };
    await good(writer, "PUT", `/requests/${request}/explanations`, explanation);
  }
  const command = {
    requests: [request],
    unit,
    name: authoriser.name,
    position: authoriser.position,
    statement: "It is a fair account of this centre.",
  };
  const key = { "idempotency-key": randomUUID() };
  const missing = await ask(authoriser, "POST", "/submissions", command);
  assert.equal(missing.status, 400);
  const sent = await good(authoriser, "POST", "/submissions", command, key);
  assert.deepEqual(await good(authoriser, "POST", "/submissions", command, key), sent);
  await arrived(sent.submission, request);
}

async function arrived(submission, request) {
  for (let tries = 0; tries < 200; ++tries) {
    const { deliveries } = await good(authoriser, "GET", "/deliveries");
    const mine = deliveries.find((one) => one.submission === submission);
    if (mine?.return) {
      await good(authoriser, "GET", `/deliveries/${submission}/${request}/receipt`);
      return received(mine.return);
    }
    await sleep(100);
  }
  throw new Error("the copy did not arrive");
}

async function received(id) {
  const { returns } = await good(manager, "GET", "/returns");
  assert.ok(returns.some((one) => one.return === id));
  await good(manager, "GET", `/returns/${id}`);
  await good(manager, "POST", `/returns/${id}/acknowledge`);
  const seen = await good(lead, "GET", "/openings");
  const trail = await good(manager, "GET", "/trail");
  assert.ok(trail.entries.some((one) => one.what === "return.opened" && one.subject.ref === id));
  assert.ok(Array.isArray(seen.openings));
  for (const wrong of ["from=2027-13-01", "after=x", "after=2027-03-16T10:04:00.000000Z_x"]) {
    assert.equal((await ask(manager, "GET", `/trail?${wrong}`)).status, 422, wrong);
    assert.equal((await ask(lead, "GET", `/openings?${wrong}`)).status, 422, wrong);
  }
  assert.equal((await ask(lead, "GET", "/openings?board=x")).status, 404);
  assert.equal((await ask(lead, "GET", "/trail")).status, 403);
  assert.equal((await ask(manager, "GET", "/openings")).status, 403);
  const receipt = await good(manager, "GET", `/returns/${id}/receipt`);
  const checked = await good(manager, "GET", `/receipts/${receipt.code}`);
  const { superseded_by, superseded_on, redacted } = checked;
  assert.deepEqual([superseded_by, superseded_on, redacted], [null, null, 0]);
  assert.equal((await ask(stranger, "GET", `/returns/${id}`)).status, 403);
}

test("a program that nobody let in is refused in the standard's words", async () => {
  const { url } = environment;
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: randomUUID(),
    client_secret: "ors_no",
  }).toString();
  const answer = await lead.send("POST", new URL("/oauth/token", url).pathname, form, {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(form),
  });
  const answered = JSON.parse(answer.text);
  const exchange = { verb: "POST", path: "/oauth/token", status: answer.status, answered };
  assert.deepEqual(faultsIn(exchange), []);
  assert.equal(answered.error, "invalid_client");
});

// A token needs a secret from the page: the journey of programs takes one.
after(() => {
  const never = operations
    .map(({ id }) => id)
    .filter((id) => !worked.has(id) && id !== "postToken");
  assert.deepEqual(never, [], "operations that no test has seen work");
});
