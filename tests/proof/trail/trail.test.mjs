// What the demonstration has written so far, looked at from the side of the trail: nothing stands
// in a room that has no entry, and the chains verify as a stranger computes them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sleep } from "../../../tools/demo/api.mjs";
import { Chains, links } from "../../support/trail_chain.mjs";
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

const chains = () =>
  new Chains().add(
    sql(`select row_to_json(t) from (${links()}) t`)
      .split("\n")
      .map((text) => JSON.parse(text)),
  );

test("each chain is what somebody else computes from the documented form", () => {
  const { complaints, hashes } = chains();
  assert.deepEqual(complaints, []);
  assert.ok([...hashes.values()].flat().length > 40, "links");
});

test("each anchor holds the digest of the line before, and heads that stand in the chains", () => {
  const file = readFileSync(`${process.env.ONERETURN_ANCHORS}/anchors.jsonl`, "utf8");
  assert.deepEqual(chains().anchored(file).complaints, []);
  assert.notDeepEqual(chains().anchored(file.slice(file.indexOf("\n") + 1)).complaints, []);
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
