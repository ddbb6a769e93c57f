// The agency's side of /api/v1 as a machine meets it: versions, bad bodies, foreign records, roles
// and keys. The ambulance trust works; the school is somebody else.
import assert from "node:assert/strict";
import test from "node:test";
import { Client } from "../../../tools/demo/api.mjs";
import { People, readJson } from "../../../tools/demo/people.mjs";

const environment = { url: process.env.ONERETURN_URL, admin: process.env.ONERETURN_ADMIN };
const people = new People(readJson(process.env.ONERETURN_REGION), environment);
const lead = people.withRole("moorland-ambulance", "lead");
const authoriser = people.withRole("moorland-ambulance", "authoriser");
const stranger = people.withRole("thistle-row", "lead");
const manager = people.withRole("eldervale", "manager");

// Status, headers' worth and body, refusals included.
async function ask(client, verb, path, body, headers = {}) {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const answer = await client.send(verb, `/api/v1${path}`, text, {
    ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
    ...(text === "" ? {} : { "content-type": "application/json" }),
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  return { status: answer.status, body: answer.text === "" ? null : JSON.parse(answer.text) };
}

const kind = (answer) => answer.body?.type?.split("/").pop();

async function versionOf(requirement) {
  const answer = await ask(lead, "GET", `/answers/${requirement}`);
  return answer.status === 404 ? 0 : answer.body.version;
}

async function writeAnswer(extra = {}) {
  return {
    version: await versionOf("C2.8"),
    level: 2,
    describes: "Crews read the policy on the tablet in each vehicle.",
    knows: "A sample of thirty crews in February.",
    ...extra,
  };
}

const put = (body, headers) => ask(lead, "PUT", "/answers/C2.8", body, headers);

test("nobody gets in without a token that holds", async () => {
  for (const token of ["", "x".repeat(43)]) {
    const client = new Client(environment.url, token, "nobody");
    const answer = await ask(client, "GET", "/requests");
    assert.equal(answer.status, 401);
    assert.equal(kind(answer), "sign-in-required");
  }
});

test("me says who the token acts as", async () => {
  const me = await ask(lead, "GET", "/me");
  assert.equal(me.status, 200);
  assert.equal(me.body.acting_as.role, "lead");
  assert.equal(me.body.acting_as.party.name, "Moorland Ambulance Trust");
});

test("an answer is saved on top of the version that was read", async () => {
  assert.equal((await put(await writeAnswer({ version: undefined }))).status, 428);
  const body = await writeAnswer();
  const saved = await put(body);
  assert.equal(saved.status, 200);
  assert.equal(saved.body.version, body.version + 1);
  const tag = { "if-match": `"${saved.body.version}"` };
  const again = await put({ ...body, version: undefined }, tag);
  assert.equal(again.status, 200);
});

test("a second writer is given the other version, and nothing is lost", async () => {
  const body = await writeAnswer();
  assert.equal((await put({ ...body, describes: "What the first one wrote." })).status, 200);
  const second = await put({ ...body, describes: "What the second one wrote." });
  assert.equal(second.status, 412);
  assert.equal(kind(second), "stale-version");
  assert.equal(second.body.current.describes, "What the first one wrote.");
  assert.equal(second.body.current.version, body.version + 1);
  const kept = await ask(lead, "GET", "/answers/C2.8");
  assert.equal(kept.body.describes, "What the first one wrote.");
});

const withParts = (...parts) =>
  JSON.stringify({ version: 0, parts: parts.map((part) => ({ facet: "1l", ...part })) });
const tooLong = JSON.stringify({ version: 0, describes: "x".repeat(10001) });

const badBodies = [
  ["no JSON", "{", 400, "malformed-json"],
  ["a key twice", '{"version":0,"version":1}', 400, "malformed-json"],
  ["a NUL", '{"version":0,"describes":"a\\u0000b"}', 400, "malformed-json"],
  ["too deep", '{"parts":' + "[".repeat(40) + "]".repeat(40) + "}", 400, "malformed-json"],
  ["a list", "[]", 422, "validation"],
  ["an unknown member", '{"version":0,"lvel":2}', 422, "validation"],
  ["a level beyond the last", '{"version":0,"level":5}', 422, "validation"],
  ["a level below the first", '{"version":0,"level":-1}', 422, "validation"],
  ["a level between", '{"version":0,"level":3.9}', 422, "validation"],
  ["a level that is true", '{"version":0,"level":true}', 422, "validation"],
  ["a level in words", '{"version":0,"level":"2"}', 422, "validation"],
  ["a version far away", '{"version":99999999999999999999}', 400, "malformed-json"],
  ["a part with level and tick", withParts({ level: 2, ticked: true }), 422, "validation"],
  ["a part that stands twice", withParts({ level: 2 }, { level: 2 }), 422, "validation"],
  ["a level and a reason", '{"version":0,"level":2,"not_applicable":"No"}', 422, "validation"],
  ["not applicable without a reason", '{"version":0,"not_applicable":""}', 422, "validation"],
  ["a control character", '{"version":0,"describes":"a\\u0007b"}', 422, "validation"],
  ["too many letters", tooLong, 422, "validation"],
];

test("a bad body is refused by name and changes nothing", async () => {
  const before = await versionOf("C2.8");
  for (const [name, body, status, type] of badBodies) {
    const answer = await put(body);
    assert.equal(answer.status, status, name);
    assert.equal(kind(answer), type, name);
    assert.ok(answer.body.detail && answer.body.instance, name);
  }
  assert.equal(await versionOf("C2.8"), before);
});

test("a question that is not there is not found", async () => {
  const answer = await ask(lead, "PUT", "/answers/C9.99", { version: 0, level: 2 });
  assert.equal(answer.status, 404);
  const part = await put(await writeAnswer({ parts: [{ facet: "8z", level: 2 }] }));
  assert.equal(part.status, 404);
});

test("a foreign record answers exactly like one that does not exist", async () => {
  const theirs = (await ask(stranger, "GET", "/requests")).body;
  const request = theirs.requests[0].request;
  const nowhere = "00000000-0000-4000-8000-000000000000";
  const promise = { by_on: "2027-05-01", by_whom: "Somebody" };
  const probes = [
    ["GET", (id) => `/requests/${id}/copy`],
    ["GET", (id) => `/requests/${id}/extras`],
    ["PUT", (id) => `/requests/${id}/answers/C1.8`, { version: 0, describes: "x" }],
    ["PUT", (id) => `/requests/${id}/boxes/direct/1.light`, { version: 0, text: "x" }],
    ["DELETE", (id) => `/requests/${id}/boxes/choice/1.light`, undefined, { "if-match": "1" }],
    ["PUT", (id) => `/requests/${id}/promises/1.light`, promise],
    ["PUT", (id) => `/requests/${id}/explanations`, { key: "no-knows:C1.1", text: "x" }],
  ];
  for (const [verb, path, body, headers] of probes) {
    const foreign = await ask(lead, verb, path(request), body, headers);
    const missing = await ask(lead, verb, path(nowhere), body, headers);
    assert.equal(foreign.status, 404, `${verb} ${path(request)}`);
    assert.deepEqual({ ...foreign.body, instance: "" }, { ...missing.body, instance: "" });
  }
  const unit = await ask(lead, "GET", `/requests?unit=${theirs.unit}`);
  assert.equal(unit.status, 404);
  const body = await writeAnswer({ version: 0 });
  const written = await ask(lead, "PUT", `/answers/C2.8?unit=${theirs.unit}`, body);
  assert.equal(written.status, 404);
});

test("each role does its own part", async () => {
  assert.equal((await ask(authoriser, "PUT", "/answers/C2.8", await writeAnswer())).status, 403);
  const command = { requests: [], name: "A", position: "B", statement: "C" };
  const key = { "idempotency-key": "a-role-that-may-not" };
  assert.equal((await ask(lead, "POST", "/submissions", command, key)).status, 403);
  assert.equal((await ask(manager, "GET", "/answers")).status, 403);
});

test("an action belongs to all boards or to one", async () => {
  const requests = (await ask(lead, "GET", "/requests")).body.requests;
  const words = { what: "Train every crew", lead: "Head of training", by_on: "2027-09-30" };
  const common = { ...words, subjects: [{ requirement: "C2.8" }] };
  const made = await ask(lead, "POST", "/commitments", common);
  assert.equal(made.status, 201);
  const path = `/commitments/${made.body.commitment}`;
  assert.equal((await ask(stranger, "DELETE", path)).status, 404);
  assert.equal((await ask(lead, "DELETE", path)).status, 204);
  assert.equal((await ask(lead, "DELETE", path)).status, 404);
  const two = requests.slice(0, 2).map((each) => ({ requirement: "C2.8", request: each.request }));
  const divided = await ask(lead, "POST", "/commitments", { ...words, subjects: two });
  assert.equal(divided.status, 422);
  const nothing = await ask(lead, "POST", "/commitments", { subjects: [] });
  const fields = nothing.body.errors.map((error) => error.field);
  assert.deepEqual(fields, ["what", "lead", "by_on", "subjects"]);
});

test("a submission needs its key and a copy that is ready", async () => {
  const requests = (await ask(authoriser, "GET", "/requests")).body.requests;
  const open = requests.filter((each) => !each.ready);
  const asked = open.map((each) => each.request);
  const command = { requests: asked, name: "A. Name", position: "Chief", statement: "True." };
  const missing = await ask(authoriser, "POST", "/submissions", command);
  assert.equal(missing.status, 400);
  assert.equal(kind(missing), "key-missing");
  const key = { "idempotency-key": `not-ready-${Date.now()}` };
  const empty = await ask(authoriser, "POST", "/submissions", { ...command, requests: [] }, key);
  assert.equal(empty.status, 422);
  if (open.length > 0) {
    const refused = await ask(authoriser, "POST", "/submissions", command, key);
    assert.equal(refused.status, 422);
    assert.ok(refused.body.errors.every((error) => error.field.startsWith("request:")));
  }
});

test("statements of others are never in a refusal", async () => {
  const answer = await ask(lead, "GET", "/answers/%27%20or%201=1--");
  assert.equal(answer.status, 404);
  assert.ok(!JSON.stringify(answer.body).match(/select|tenant|postgres/i));
});

test("words that look like one child's details are asked about before they are kept", async () => {
  const words = { title: "Referral log", kept_where: "Jamie Samplen, born 12-03-2015" };
  for (const [verb, path] of [
    ["POST", "/evidence"],
    ["PUT", "/evidence/00000000-0000-4000-8000-000000000000"],
  ]) {
    const refused = await ask(lead, verb, path, words);
    assert.equal(refused.status, 422, verb);
    assert.match(JSON.stringify(refused.body.errors), /names_reason/);
  }
  const named = { ...words, title: "Jamie_Samplen_12-03-2015", kept_where: "In the office" };
  assert.equal((await ask(lead, "POST", "/evidence", named)).status, 422);
  const reason = { names_reason: "An invented child of the training course." };
  assert.equal((await ask(lead, "POST", "/evidence", { ...words, ...reason })).status, 201);
});

test("a box that somebody saved in between comes back with the other text", async () => {
  const writer = people.writerFor("fenwick-lane", "glade-centre");
  const { requests } = (await ask(writer, "GET", "/requests")).body;
  const [{ request }] = requests;
  const { sections } = (await ask(writer, "GET", `/requests/${request}/form`)).body;
  const boxes = sections.flatMap((one) => [...one.boxes, ...one.items.flatMap((i) => i.boxes)]);
  const box = boxes.find((one) => one.filled_by !== "board" && one.content !== "rating");
  const path = `/requests/${request}/boxes/direct/${encodeURIComponent(box.box_no)}`;
  const first = await ask(writer, "PUT", path, { version: box.version, text: "The first one's." });
  assert.equal(first.status, 200);
  const second = await ask(writer, "PUT", path, {
    version: box.version,
    text: "The second one's.",
  });
  assert.equal(second.status, 412);
  assert.equal(kind(second), "stale-version");
  assert.equal(second.body.current.text, "The first one's.");
  assert.equal(second.body.current.version, first.body.version);
  const gone = await ask(writer, "DELETE", path, undefined, { "if-match": `"${box.version + 9}"` });
  assert.equal(gone.body.current.text, "The first one's.");
});

test("a box is kept as a draft until it is confirmed, and a draft is in no copy", async () => {
  const writer = people.writerFor("fenwick-lane", "glade-centre");
  const { requests } = (await ask(writer, "GET", "/requests")).body;
  const [{ request }] = requests;
  const form = async () => {
    const { sections } = (await ask(writer, "GET", `/requests/${request}/form`)).body;
    return sections.flatMap((one) => [...one.boxes, ...one.items.flatMap((i) => i.boxes)]);
  };
  const { box_no } =
    (await form()).findLast((one) => one.content === "describes_then_knows") ??
    (await form()).findLast((one) => one.filled_by !== "board" && one.content !== "rating");
  const mine = async () => (await form()).find((one) => one.box_no === box_no);
  const write = async (text, confirm) => {
    const { version } = await mine();
    const path = `/requests/${request}/boxes/direct/${encodeURIComponent(box_no)}`;
    return ask(writer, "PUT", path, { version, text, confirm });
  };
  const copy = async () =>
    JSON.stringify((await ask(writer, "GET", `/requests/${request}/copy`)).body);
  const drafted = await write("Half a sentence of the Glade", false);
  assert.equal(drafted.status, 200);
  assert.match(drafted.body.saved_at, /^\d{4}-/);
  assert.deepEqual([(await mine()).draft, (await mine()).done], [true, false]);
  assert.ok(!(await copy()).includes("Half a sentence"));
  assert.equal((await write("A whole sentence of the Glade.", true)).status, 200);
  assert.deepEqual([(await mine()).draft, (await mine()).done], [false, true]);
  assert.ok((await copy()).includes("A whole sentence"));
});

test("what colleagues share is theirs alone", async () => {
  const code = "C2.8";
  await put(await writeAnswer());
  const place = { kind: "question", code };
  const { colleagues } = (await ask(lead, "GET", "/tasks")).body;
  const [someone] = colleagues;
  const task = { place, person: someone.person, note: "Before the holidays", by_on: "2027-05-01" };
  assert.equal((await ask(lead, "PUT", "/assignments", task)).status, 204);
  assert.equal((await ask(lead, "POST", "/notes", { place, text: "A gap." })).status, 204);
  const work = (await ask(lead, "GET", "/tasks")).body;
  const [assignment] = work.assignments.filter((one) => one.place.code === code);
  const [note] = work.notes.filter((one) => one.text === "A gap.");
  assert.ok(assignment && note);
  for (const path of [`/assignments/${assignment.assignment}`, `/notes/${note.note}`]) {
    assert.equal((await ask(stranger, "DELETE", path)).status, 404, path);
    assert.equal((await ask(manager, "DELETE", path)).status, 403, path);
  }
  const theirs = JSON.stringify((await ask(stranger, "GET", "/tasks")).body);
  assert.ok(!theirs.includes("A gap.") && !theirs.includes("holidays"));
  assert.equal((await ask(manager, "GET", "/tasks")).status, 403);
  const nowhere = { ...task, place: { kind: "question", code: "C9.99" } };
  assert.equal((await ask(lead, "PUT", "/assignments", nowhere)).status, 422);
  const foreign = { ...task, person: "00000000-0000-4000-8000-000000000000" };
  assert.equal((await ask(lead, "PUT", "/assignments", foreign)).status, 422);
  const standard = { place: { kind: "standard", code: "2" }, text: "Too wide." };
  assert.equal((await ask(lead, "POST", "/notes", standard)).status, 422);
  for (const path of [`/assignments/${assignment.assignment}`, `/notes/${note.note}`]) {
    assert.equal((await ask(lead, "DELETE", path)).status, 204, path);
    assert.equal((await ask(lead, "DELETE", path)).status, 404, path);
  }
});

test("an earlier text is written again on top of the one that was read", async () => {
  await put(await writeAnswer({ describes: "What was there at first." }));
  const first = await versionOf("C2.8");
  await put(await writeAnswer({ describes: "What replaced it." }));
  const version = first + 1;
  const history = (await ask(lead, "GET", "/answers/C2.8/history")).body;
  assert.equal(history.versions[0].describes, "What replaced it.");
  assert.equal(history.versions.find((one) => one.version === first).saved_by, lead.name);
  const restore = (body) => ask(lead, "POST", "/answers/C2.8/restored", body);
  const late = await restore({ restore: first, version: first });
  assert.equal(late.status, 412);
  assert.equal(late.body.current.describes, "What replaced it.");
  assert.equal((await restore({ restore: 1e6, version })).status, 404);
  assert.equal((await restore({ restore: first })).status, 428);
  assert.equal((await ask(stranger, "GET", "/answers/C2.8/history")).body.versions?.length ?? 0, 0);
  assert.equal((await restore({ restore: first, version })).status, 200);
  const now = (await ask(lead, "GET", "/answers/C2.8")).body;
  assert.equal(now.describes, "What was there at first.");
  assert.equal(now.version, version + 1);
  assert.equal(now.confirmed.on ?? null, null, "a person confirms it");
});
