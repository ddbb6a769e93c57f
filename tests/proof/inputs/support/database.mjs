// What is stored, as the database's superuser sees it: a digest of every table, so that a test can
// say that nothing changed; and the state as it was kept, so that the next case begins where this
// one began.

import { spawn } from "node:child_process";

// What may change although a request was refused, and why.
const passing = new Map([
  ["identity.throttle", "counts tries: a refused sign-in is one"],
  ["tenant.presence", "says who looks at a page just now, and is forgotten within minutes"],
]);

// The same for single columns.
const passingColumns = new Map([["identity.session", "{seen_at}"]]);

// Half way to signing in is fifteen minutes, a board's browser rests for an hour at most.
const ageNoticed = 4 * 60_000;

const settings = /(?:^|\s)(host|dbname)=(\S+)/g;

export class Database {
  #psql;
  #waiting = [];
  #heard = "";
  #tables = null;
  #number = 0;
  #youngAt = Date.now();
  #seen = { at: "", digest: new Map() };

  constructor(text = process.env.ONERETURN_DATABASE) {
    const { host, dbname } = Object.fromEntries(
      [...text.matchAll(settings)].map((m) => m.slice(1)),
    );
    const words = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=0", "-h", host, "-U", "postgres"];
    this.#psql = spawn("psql", [...words, "-d", dbname], { stdio: ["pipe", "pipe", "pipe"] });
    this.#psql.stdout.setEncoding("utf8");
    this.#psql.stderr.setEncoding("utf8");
    this.faults = "";
    this.#psql.stderr.on("data", (text) => (this.faults += text));
    this.#psql.stdout.on("data", (text) => this.#take(text));
    this.#psql.stdin.write("set client_min_messages = error;\n");
  }

  // Runs statements and answers what they print.
  async ask(sql) {
    const mark = `-- ${++this.#number} done`;
    const answer = new Promise((resolve) => this.#waiting.push({ mark, resolve }));
    this.#psql.stdin.write(`${sql};\n\\echo ${mark}\n`);
    const text = await answer;
    if (this.faults) {
      const faults = this.faults;
      this.faults = "";
      throw new Error(`${faults}${sql.slice(0, 300)}`);
    }
    return text;
  }

  async rows(sql) {
    const text = await this.ask(`select coalesce(json_agg(q), '[]') from (${sql}) q`);
    return JSON.parse(text);
  }

  close() {
    this.#psql.stdin.end("\\q\n");
  }

  // Every table with rows of people, parties, tenants, catalogue or jobs.
  async tables() {
    this.#tables ??= await this.rows(`
      select n.nspname || '.' || c.relname as name,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                        and not a.attisdropped) as of_tenant,
             (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and a.attgenerated = '') as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'kept')
         and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
       order by 1`);
    return this.#tables;
  }

  // Table to a text that is equal when its rows are. `but` leaves out the rows of one tenant. While
  // nothing has been written to the log that every change goes through, it is what it was.
  async digest({ but } = {}) {
    const at = but ? "" : await this.ask("select pg_current_wal_insert_lsn()");
    if (at && at === this.#seen.at) return new Map(this.#seen.digest);
    const digest = await this.#digestOfRows(but);
    if (at) this.#seen = { at, digest };
    return new Map(digest);
  }

  async #digestOfRows(but) {
    const parts = (await this.tables())
      .filter((table) => !passing.has(table.name) && (!but || table.of_tenant))
      .map(({ name }) => `${seenOf(name)} ${but ? `where tenant_id <> '${but}'` : ""}`);
    const rows = await this.rows(parts.join(" union all "));
    return new Map(rows.map(({ name, seen }) => [name, seen]));
  }

  // Keeps the state, for `restore`.
  async keep() {
    const copies = (await this.tables()).map(
      ({ name }) => `create table kept."${name}" as table ${name}`,
    );
    await this.ask(`drop schema if exists kept cascade; create schema kept; ${copies.join(";")}`);
    this.kept = await this.digest();
    this.#youngAt = Date.now();
  }

  // What ends by the clock is kept as young as it was: all classes at their full size take longer
  // than a code is waited for, or a browser of a board may rest.
  async stayYoung() {
    const age = Date.now() - this.#youngAt;
    if (!this.kept || age < ageNoticed) return;
    this.#youngAt += age;
    for (const where of [(name) => name, (name) => `kept."${name}"`]) {
      await this.ask(`update ${where("identity.session")} set seen_at = clock_timestamp();
        update ${where("identity.link")} set asked_at = asked_at + interval '${age} milliseconds',
          expires_at = expires_at + interval '${age} milliseconds'`);
    }
    const [{ seen }] = await this.rows(seenOf("identity.link", 'kept."identity.link"'));
    this.kept.set("identity.link", seen);
  }

  // Puts back what differs from the state that was kept; answers the names of those tables.
  async restore() {
    const now = await this.digest();
    const changed = (await this.tables()).filter(
      ({ name }) => passing.has(name) || now.get(name) !== this.kept.get(name),
    );
    const steps = changed.map(
      ({ name, columns }) => `delete from ${name};
        insert into ${name} (${columns}) overriding system value
          select ${columns} from kept."${name}"`,
    );
    await this.ask(`begin; set local session_replication_role = replica;
      ${steps.join(";")}; commit`);
    await this.stayYoung();
    return changed.map(({ name }) => name).filter((name) => !passing.has(name));
  }

  #take(text) {
    this.#heard += text;
    while (this.#waiting.length > 0) {
      const { mark, resolve } = this.#waiting[0];
      const at = this.#heard.indexOf(`${mark}\n`);
      if (at < 0) return;
      this.#waiting.shift();
      const answer = this.#heard.slice(0, at).trim();
      this.#heard = this.#heard.slice(at + mark.length + 1);
      resolve(answer);
    }
  }
}

const seenOf = (name, from = name) => `select '${name}' as name, count(*) || ':' ||
  coalesce(sum(hashtextextended(${textOf(name)}, 0)), 0) as seen from ${from} t`;

// A row as the text that counts.
function textOf(name) {
  const left = passingColumns.get(name);
  return left ? `(to_jsonb(t) - '${left}'::text[])::text` : "t::text";
}

// The names of the tables whose digests differ.
export function differences(before, after) {
  return [...after].filter(([name, seen]) => before.get(name) !== seen).map(([name]) => name);
}
