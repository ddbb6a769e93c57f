// Whatever is written in a party's room stands beside an entry of the trail: the same transaction
// wrote both. Which tables there are is asked of the database, so that a new one is looked at too.

import { execFileSync } from "node:child_process";

// Why rows of these tables may stand without an entry of their own transaction.
export const withoutEntry = {
  audit_entry: "the trail itself",
  audit_seal: "the chain of the trail, written by its job",
  presence: "who is on which page at this moment: nothing of what anybody said",
  idempotency: "the stored answer of a change that has its own entry",
  request_progress: "how far an agency is, counted by its job: three numbers, no doing of anybody",
  evidence_reminder: "a mail went; its entry is written with it",
};

export function sql(text) {
  const [host, dbname] = [process.env.ONERETURN_PG, process.env.ONERETURN_DATABASE];
  const base = /dbname=(\S+)/.exec(dbname)[1];
  return execFileSync(
    "psql",
    ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", host, "-U", "postgres", "-d", base],
    { input: text, encoding: "utf8" },
  ).trim();
}

// From the first entry on: what the operator had put there before nobody of a room has done.
export function tablesWithRowsWithoutEntry() {
  const tables = sql(`select relname from pg_class where relkind = 'r'
    and relnamespace = 'tenant'::regnamespace order by relname`).split("\n");
  const looked = tables.filter((name) => !(name in withoutEntry));
  const each = looked.map(
    (name) => `select '${name}' as name, count(*) as rows, min(t::text) as first
      from tenant.${name} t, begun
     where t.xmin::text::bigint >= begun.transaction
       and t.xmin::text::bigint not in (select transaction from entries)`,
  );
  const found = sql(`with entries as (
      select distinct e.xmin::text::bigint as transaction from tenant.audit_entry e),
    begun as (select min(transaction) as transaction from entries)
    select name || ': ' || rows || ' rows, such as ' || left(first, 200)
      from (${each.join(" union all ")}) f
     where rows > 0`);
  return { looked, found: found === "" ? [] : found.split("\n") };
}

// One entry for each state change: none says the same of the same subject twice in one transaction.
export const entriesTwice = () =>
  sql(`select e.what || ' ' || e.subject_ref || ': ' || count(*) from tenant.audit_entry e
        group by e.xmin::text, e.tenant_id, e.what, e.subject_kind, e.subject_ref, e.facts
       having count(*) > 1`)
    .split("\n")
    .filter(Boolean);
