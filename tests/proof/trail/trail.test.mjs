// What the demonstration has written so far, looked at from the side of the trail: nothing stands
// in a room that has no entry, and the chains verify as a stranger computes them.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sleep } from "../../../tools/demo/api.mjs";
import { entriesTwice, sql, tablesWithRowsWithoutEntry } from "../../support/trail_coverage.mjs";

test("every row that somebody wrote stands beside its entry", () => {
  const { looked, found } = tablesWithRowsWithoutEntry();
  assert.ok(looked.length > 50, "the tables are the database's own");
  assert.deepEqual(found, []);
  assert.deepEqual(entriesTwice(), []);
});

test("a row that stands without one is noticed", () => {
  sql(`insert into tenant.contact (tenant_id, entry_id, name, valid_from)
       select tenant_id, entry_id, 'planted', current_date from tenant.register_entry limit 1`);
  assert.match(tablesWithRowsWithoutEntry().found.join(), /^contact: 1 rows/);
  sql("delete from tenant.contact where name = 'planted'");
});

test("everything is sealed and anchored within seconds", async () => {
  for (let look = 0; look < 150; look++) {
    const waits = sql(`select (select count(*) from jobs.unsealed)
      + (select count(*) from jobs.trail where anchored < sealed)`);
    if (waits === "0") return;
    await sleep(200);
  }
  assert.fail("entries still wait");
});

const oneLine = (text) =>
  text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
const line = (name, value) => (value === null ? `${name}\n` : `${name} ${value}\n`);
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

// From docs/formats/trail.md alone.
function hashOf(row, before) {
  const lined = (value) => (value === null ? null : oneLine(value));
  return sha256(
    "onereturn.trail/1\n" +
      line("before", before) +
      line("link", row.link) +
      line("party", row.party) +
      line("entry", row.entry) +
      line("at", row.at) +
      line("person", row.person) +
      line("role", lined(row.role)) +
      line("job", row.job) +
      line("what", lined(row.what)) +
      line("subject_kind", lined(row.subject_kind)) +
      line("subject_ref", lined(row.subject_ref)) +
      line("facts", row.facts) +
      line("payload", row.payload) +
      line("request", lined(row.request)),
  );
}

test("each chain is what somebody else computes from the documented form", () => {
  const rows = sql(`select row_to_json(t) from (
    select s.chain_no as link, s.tenant_id as party, e.entry_no as entry, e.role,
           e.person_id as person,
           to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           e.job_id as job, e.what, e.subject_kind, e.subject_ref, e.facts::text as facts,
           encode(e.payload_digest, 'hex') as payload, e.request_ref as request,
           encode(s.hash, 'hex') as hash
      from tenant.audit_seal s join tenant.audit_entry e using (tenant_id, entry_no)
     order by s.tenant_id, s.chain_no) t`)
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.ok(rows.length > 40, `${rows.length} links`);
  let before = {};
  for (const row of rows) {
    const zero = "0".repeat(64);
    const last = before.party === row.party ? before : { party: row.party, link: 0, hash: zero };
    assert.equal(row.link, last.link + 1, `${row.party}: no gap`);
    assert.equal(hashOf(row, last.hash), row.hash, `${row.party} link ${row.link}`);
    before = row;
  }
});

const anchors = () =>
  readFileSync(`${process.env.ONERETURN_ANCHORS}/anchors.jsonl`, "utf8").trimEnd().split("\n");

test("each anchor holds the digest of the line before, and heads that stand in the chains", () => {
  let before = "0".repeat(64);
  for (const [at, text] of anchors().entries()) {
    const anchor = JSON.parse(text);
    assert.equal(anchor.number, at + 1);
    assert.equal(anchor.before, before);
    before = sha256(text);
    for (const { party, links, head } of anchor.heads) {
      const stored = sql(`select encode(hash, 'hex') from tenant.audit_seal
        where tenant_id = '${party}' and chain_no = ${links}`);
      assert.equal(stored, head);
    }
  }
});

const verify = () =>
  execFileSync(process.env.ONERETURN_ADMIN, ["audit", "verify"], { encoding: "utf8" });

test("the verifier says so too, and no longer when one entry is edited", () => {
  assert.match(verify(), /sound/);
  const edit = (what) =>
    sql(`set session_replication_role = replica;
         update tenant.audit_entry set subject_kind = subject_kind || '${what}'
          where entry_no = (select entry_no from tenant.audit_seal where chain_no = 1 limit 1)`);
  edit("x");
  assert.throws(verify, /is not what was sealed/);
  sql(`set session_replication_role = replica;
       update tenant.audit_entry set subject_kind = left(subject_kind, -1)
        where entry_no = (select entry_no from tenant.audit_seal where chain_no = 1 limit 1)`);
  assert.match(verify(), /sound/);
});
