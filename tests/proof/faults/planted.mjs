// Mistakes that are planted in the database after a round in which none was made, inside a
// transaction that is taken back: the checker must see each. One that sees nothing proves nothing.
import { Sql, quoted } from "./sql.mjs";

const one = (table, where = "true") =>
  `ctid = (select ctid from tenant.${table} where ${where} limit 1)`;

// By what was done wrong: SQL, given a submission of the round.
export const planted = {
  "a word in a box": (id) => `update tenant.return_box b set text = text || '.'
    from tenant.return_version v where v.submission_id = ${quoted(id)} and b.state = 'text'
     and (v.tenant_id, v.return_id, v.version_no) = (b.tenant_id, b.return_id, b.version_no)`,
  "a grade in a box": (id) => `update tenant.return_box b set point = 'green'
    from tenant.return_version v where v.submission_id = ${quoted(id)} and b.state <> 'set'
     and (v.tenant_id, v.return_id, v.version_no) = (b.tenant_id, b.return_id, b.version_no)`,
  "a box that is not there": (id) => `delete from tenant.return_box b
    using tenant.return_version v where v.submission_id = ${quoted(id)} and b.position = 3
     and (v.tenant_id, v.return_id, v.version_no) = (b.tenant_id, b.return_id, b.version_no)`,
  "an action of nobody": (id) => `update tenant.return_action a set what = 'Something else'
    from tenant.return_version v where v.submission_id = ${quoted(id)}
     and (v.tenant_id, v.return_id, v.version_no) = (a.tenant_id, a.return_id, a.version_no)`,
  "another hash": (id) => `update tenant.delivery set result_hash = sha256('x')
    where submission_id = ${quoted(id)}`,
  "a copy that never arrived": (id) => `delete from tenant.return_version
    where ${one("return_version", `submission_id = ${quoted(id)}`)}`,
  "a copy for a board that was not asked": (id) => `update tenant.return_version
    set tenant_id = (select party_id from tenancy.party where kind = 'board'
      and party_id not in (select board_id from tenant.delivery
                            where submission_id = ${quoted(id)}) limit 1)
    where ${one("return_version", `submission_id = ${quoted(id)}`)}`,
  "a submission that nobody was told of": (id) => `insert into tenant.submission
    select tenant_id, gen_random_uuid(), unit_id, scope, framework_code, framework_version,
      snapshot_hash, authorised_name, authorised_position, statement, authorised_by, submitted_at
    from tenant.submission where submission_id = ${quoted(id)}`,
  "a submission that is lost": (id) =>
    `delete from tenant.submission where submission_id = ${quoted(id)}`,
  "a key that is forgotten": () => "delete from tenant.idempotency",
  "a save that is lost": () => "update tenant.answer_version set texts = '[]'",
  "a save without an entry": () =>
    `delete from tenant.audit_entry where ${one("audit_entry", "what = 'answer.saved'")}`,
  "a delivery with two entries": () => `insert into tenant.audit_entry
      (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
    select tenant_id, role, job_id, what, subject_kind, subject_ref, facts
      from tenant.audit_entry where ${one("audit_entry", "what = 'return.delivered'")}`,
  "a submission with two entries": () => `insert into tenant.audit_entry
      (tenant_id, person_id, role, what, subject_kind, subject_ref)
    select tenant_id, person_id, role, what, subject_kind, subject_ref
      from tenant.audit_entry where ${one("audit_entry", "what = 'return.submitted'")}`,
  "an acknowledgement without an entry": () => `update tenant.return_version
    set accepted_at = now(), accepted_by = gen_random_uuid()
    where ${one("return_version", "accepted_at is null")}`,
  "a roll-up that counts one more": () => "update tenant.rollup set n = n + 1",
  "a copy that nobody accepted as what stands": () =>
    `update tenant.return r set latest_version = (select max(v.version_no) + 1
       from tenant.return_version v where v.return_id = r.return_id)`,
  "an offer that nobody knows of": () => `update tenant.return_version set standing = 'offered'
    where ${one("return_version", "version_no = 1")}`,
  "an action that nobody accepted": () => `update tenant.action set offered = not offered
    where ${one("action", "version_no is not null")}`,
  "a job that waits": () =>
    `update jobs.job set state = 'waiting', ended_at = null
      where ctid = (select ctid from jobs.job limit 1)`,
  "a file that is still unchecked": () =>
    "update tenant.evidence_blob set scan = 'pending', found = null",
  "a row without a file": () =>
    `update tenant.evidence_blob set blob_sha256 = sha256('none') where ${one("evidence_blob")}`,
  "a mail that was noted and not sent": () =>
    `insert into identity.mail (kind, email, closed_at) values ('sign_in', 'a@b.example', now())`,
};

const last = (party = "s.tenant_id") =>
  `(select max(z.chain_no) from tenant.audit_seal z where z.tenant_id = ${party})`;
const someSealed = `(tenant_id, entry_no) = (select s.tenant_id, s.entry_no
  from tenant.audit_seal s where s.chain_no = ${last()} / 2 limit 1)`;
const lines = (change) => (file) => `${change(file.trimEnd().split("\n")).join("\n")}\n`;
const middle = (all) => Math.floor(all.length / 2);

// In the trail, by whoever may write all of the database, or the file beside it.
const plantedInTrail = {
  "a sealed entry that was edited": {
    plant: `update tenant.audit_entry set facts = facts || '{"version": "0"}' where ${someSealed}`,
  },
  "a sealed entry of somebody else": {
    plant: `update tenant.audit_entry set person_id = gen_random_uuid() where ${someSealed}`,
  },
  "a sealed entry that was deleted": {
    plant: `delete from tenant.audit_entry where ${someSealed}`,
  },
  "a sealed entry that was deleted with its link": {
    plant: `with gone as (delete from tenant.audit_entry where ${someSealed} returning *)
      delete from tenant.audit_seal s using gone g
       where (s.tenant_id, s.entry_no) = (g.tenant_id, g.entry_no)`,
  },
  "a tail that was cut, and every count with it": {
    plant: `create temporary table cut on commit drop as
        select s.tenant_id, s.chain_no, s.entry_no from tenant.audit_seal s
         where s.chain_no = ${last()} and s.chain_no > 1;
      delete from tenant.audit_seal s using cut c
       where (s.tenant_id, s.chain_no) = (c.tenant_id, c.chain_no);
      delete from tenant.audit_entry e using cut c
       where (e.tenant_id, e.entry_no) = (c.tenant_id, c.entry_no);
      update jobs.trail t set sealed = s.chain_no, anchored = s.chain_no, head = s.hash
        from tenant.audit_seal s, cut c
       where s.tenant_id = t.party_id and c.tenant_id = t.party_id
         and s.chain_no = c.chain_no - 1`,
  },
  "an entry that nobody sealed": {
    plant: `insert into tenant.audit_entry (tenant_id, person_id, what, subject_kind, subject_ref)
      select tenant_id, gen_random_uuid(), what, subject_kind, subject_ref
        from tenant.audit_entry limit 1`,
  },
  "an anchor that was removed": { file: lines((all) => all.toSpliced(middle(all), 1)) },
  "the first anchor, removed": { file: lines((all) => all.slice(1)) },
  "the last anchor, removed": { file: lines((all) => all.slice(0, -1)) },
  "an anchor that was edited": {
    file: lines((all) => all.with(middle(all), all[middle(all)].replace(/"at":"2/, '"at":"3'))),
  },
};

// What the check of the trail alone says of each: name to complaints.
export async function seenInTrail({ stage, sealed }) {
  const said = new Map();
  for (const [what, { plant = "", file = (text) => text }] of Object.entries(plantedInTrail)) {
    await stage.sql.run("begin; set local session_replication_role = replica");
    await stage.sql.run(plant);
    const asked = { whole: true, file: file(sealed.anchors()) };
    said.set(what, await sealed.check(asked));
    await stage.sql.run("rollback");
  }
  return said;
}

// What the checks say of each: name to complaints.
export async function seen(rounds, work) {
  const { sql } = rounds.stage;
  const said = new Map();
  for (const [what, plant] of Object.entries(planted)) {
    await sql.run("begin; set local session_replication_role = replica");
    await sql.run(plant(work.submissions[0].submission));
    const known = new Set(work.known);
    const complaints = [
      ...(await rounds.checker.check(work)),
      ...(await rounds.stores.check(work)),
    ];
    work.known = known;
    await sql.run("rollback");
    said.set(what, complaints);
  }
  const what = "a transaction of the worker's that nobody ended";
  said.set(what, await withOneOpen(rounds.stage, () => rounds.stores.check(work)));
  return said;
}

// What the check says while somebody with the worker's login has begun and does nothing.
async function withOneOpen(stage, check) {
  const other = new Sql(stage.sockets, "onereturn", "worker");
  await other.run("begin; select 1");
  const complaints = await check();
  other.close();
  return complaints.filter((one) => one.includes("left a transaction open"));
}
