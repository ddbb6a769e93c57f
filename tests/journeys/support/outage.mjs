// What a journey does to the database of the running service: takes it away for a while, as a
// failing disk or network would, lets time go by, and redacts words.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const database = /dbname=(\S+)/.exec(process.env.ONERETURN_DATABASE)[1];
const run = promisify(execFile);

async function sql(text, into = "postgres") {
  const where = ["-h", process.env.ONERETURN_PG, "-U", "postgres", "-d", into];
  await run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", ...where, "-c", text]);
}

// Does the work while nothing can reach the database; gives it back whatever happens.
export async function withoutDatabase(work) {
  await sql(`alter database ${database} allow_connections false`);
  try {
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity
               where datname = '${database}'`);
    await work();
  } finally {
    await sql(`alter database ${database} allow_connections true`);
  }
}

// A year goes by in the room of that name: what it has written is a year older. Answers with what
// gives the time back to whatever has not been written since.
export async function timeGoesBy(room) {
  const move = (by, only) => {
    const mine = `tenant_id = (select party_id from tenancy.party_profile where name = '${room}')`;
    return sql(
      ["answer", "board_answer", "board_box"]
        .map(
          (table) => `update tenant.${table} set saved_at = saved_at ${by} interval '360 days',
            confirmed_at = confirmed_at ${by} interval '360 days' where ${mine} and ${only}`,
        )
        .join(";"),
      database,
    );
  };
  await move("-", "saved_at >= '2026-07-01'");
  return () => move("+", "saved_at < '2026-07-01'");
}

// An operator takes the words of so many boxes of one version out for good, as a court may order.
export async function redact(held, version, count) {
  const words = `return_id = '${held}' and version_no = ${version} and state = 'text'`;
  await sql(
    `update tenant.return_box set text = null, salt = null, state = 'redacted'
      where return_id = '${held}' and version_no = ${version} and box_no in (
        select box_no from tenant.return_box where ${words} order by box_no limit ${count})`,
    database,
  );
}
