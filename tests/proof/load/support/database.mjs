// The database of this run, as its superuser: rooms are made, and what was promised is looked up.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { slotOf } from "./script.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const name = /dbname=(\S+)/.exec(process.env.ONERETURN_DATABASE)[1];
const words = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"];
const place = ["-h", process.env.ONERETURN_PG, "-U", "postgres", "-d", name];

function psql(more, input) {
  return execFileSync("psql", [...words, ...place, ...more], {
    encoding: "utf8",
    input,
    maxBuffer: 256 * 1024 * 1024,
  }).trim();
}

// What a statement answers, as JSON.
export const look = (statement) =>
  JSON.parse(psql(["-f", "-"], `select coalesce(json_agg(t), '[]') from (${statement}) t`));

export const change = (statement) => psql(["-f", "-"], statement);

// People, sessions and answers for so many agencies, unless they are there; who and what there is.
export function openRooms(rooms, boards) {
  const variables = { rooms, boards, template: "westmarch-s11" };
  const set = Object.entries(variables).flatMap(([key, value]) => ["-v", `${key}=${value}`]);
  const [{ made }] = look("select to_regnamespace('load') is not null as made");
  if (!made) psql([...set, "-f", join(here, "rooms.sql")]);
  return JSON.parse(psql([...set, "-f", join(here, "world.sql")]));
}

// Where every answer of the rooms stands, by the number that the player knows it by.
export function answerVersions() {
  const rows = look(
    `select p.n, c.n - 1 as question, a.version from load.people p
     join tenant.answer a on a.tenant_id = p.party
     join load.common c using (requirement_code) where p.role = 'lead'`,
  );
  return new Map(rows.map((row) => [slotOf(row.n, row.question), row.version]));
}

const durable = ["fsync", "synchronous_commit", "full_page_writes"];

// As a service in use is set up: what is committed has reached the disk.
export function commitToDisk() {
  for (const setting of durable) change(`alter system set ${setting} = on`);
  change("select pg_reload_conf()");
}

// As whoever began this database wanted it.
export function commitAsBefore() {
  for (const setting of durable) change(`alter system reset ${setting}`);
  change("select pg_reload_conf()");
}

const waiting = "state in ('waiting', 'running') and not_before <= now()";

// Milliseconds until no job is due or running; throws when there still is one after `patience`.
export async function backlogEmpties(patience) {
  const began = performance.now();
  for (;;) {
    const [{ left }] = look(`select count(*) as left from jobs.job where ${waiting}`);
    const passed = performance.now() - began;
    if (left === 0) return Math.round(passed);
    if (passed > patience) throw new Error(`${left} jobs wait after ${Math.round(passed)} ms`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
