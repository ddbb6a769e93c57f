// Takes the database of the running service away for a while, as a failing disk or network would.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const database = /dbname=(\S+)/.exec(process.env.ONERETURN_DATABASE)[1];
const run = promisify(execFile);

async function sql(text) {
  await run("psql", ["-X", "-q", "-h", process.env.ONERETURN_PG, "-U", "postgres", "-c", text]);
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
