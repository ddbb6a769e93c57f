// Files of evidence through the API: whose they are, what is refused, and what an upload costs the
// gateway in memory.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import https from "node:https";
import test from "node:test";
import { People, readJson } from "../../../tools/demo/people.mjs";

const { ONERETURN_URL: url, ONERETURN_ADMIN: admin, ONERETURN_GATEWAY_PID: gateway } = process.env;
const people = new People(readJson(process.env.ONERETURN_REGION), { url, admin });
const lead = people.withRole("moorland-ambulance", "lead");
const stranger = people.withRole("thistle-row", "lead");
const manager = people.withRole("eldervale", "manager");
const most = 25 * 1024 * 1024;

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const pdf = (size = 2000) =>
  Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(Math.max(0, size - 9))]);

function put(client, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = https.request(
      new URL(`/api/v1${path}`, url),
      {
        method: "PUT",
        headers: {
          authorization: `Bearer ${client.token}`,
          "content-length": body.length,
          ...headers,
        },
      },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode, body: text === "" ? null : JSON.parse(text) });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

const add = (client, bytes, query = "name=log.pdf", name = digest(bytes)) =>
  put(client, `/evidence/files/${name}?${query}`, bytes);
const rss = () => {
  const status = readFileSync(`/proc/${gateway}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
};

test("a file goes in once however often it is sent", async () => {
  const bytes = pdf();
  const first = await add(lead, bytes);
  assert.equal(first.status, 200);
  assert.deepEqual(await add(lead, bytes), first);
  const piece = await lead.get(`/evidence/${first.body.evidence}`);
  assert.equal(piece.file.sha256, digest(bytes));
  assert.match(piece.file.check, /^(pending|clean)$/);
});

test("a piece of somebody else's is not there", async () => {
  const { body } = await add(lead, pdf());
  await assert.rejects(stranger.get(`/evidence/${body.evidence}`), { status: 404 });
  const changed = await put(stranger, `/evidence/${body.evidence}/file?name=a.pdf`, pdf());
  assert.equal(changed.status, 404);
  assert.equal((await add(manager, pdf())).status, 403);
});

test("what is wrong is said before anything is kept", async () => {
  const bytes = pdf();
  const cases = [
    [await add(lead, bytes, "name=log.pdf", "0".repeat(64)), 422, "sha256"],
    [await add(lead, bytes, ""), 422, "name"],
    [await add(lead, bytes, "name=log.exe"), 422, "file"],
    [await add(lead, bytes, "name=log.docx"), 422, "file"],
    [await add(lead, Buffer.alloc(0)), 422, "file"],
    [await add(lead, bytes, "name=log.pdf&expires_on=soon"), 422, "expires_on"],
    [await add(lead, bytes, "name=Jamie_Samplen_12-03-2015.pdf"), 422, "names_reason"],
    [await add(lead, bytes, "name=log.pdf&effective_on=2027-02-01&expires_on=2027-01-01"), 422],
  ];
  for (const [answer, status, field] of cases) {
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    if (field) {
      assert.ok(
        JSON.stringify(answer.body.errors).includes(field),
        `${field}: ${JSON.stringify(answer.body)}`,
      );
    }
  }
});

test("twenty files of 25 MiB cost the gateway no memory", async (t) => {
  assert.ok(gateway, "ONERETURN_GATEWAY_PID says whose memory to read");
  // Every work thread has looked at a file before: what the first look costs is not counted here.
  for (let at = 0; at < 3; ++at) await Promise.all([...Array(8)].map(() => add(lead, pdf(most))));
  const before = rss();
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, rss())), 20);
  for (let at = 0; at < 5; ++at) {
    const answers = await Promise.all([1, 2, 3, 4].map(() => add(lead, pdf(most))));
    for (const answer of answers) assert.equal(answer.status, 200);
  }
  clearInterval(watch);
  t.diagnostic(`memory before ${before.toFixed(1)} MiB, highest ${highest.toFixed(1)} MiB`);
  assert.ok(highest - before < 24, `it grew from ${before} to ${highest} MiB`);
});
