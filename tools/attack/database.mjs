// What somebody could do who has stolen the gateway's login to the database and a few sessions:
// every table, every trick that was thought of, as that login, by psql. An own session must show
// its own rows (the twin); nothing else may show, change or remove a row of anybody else.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";

const hashOf = (token) => createHash("sha256").update(token).digest("hex");
const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const enter = (hash) => `select * from identity.enter(decode('${hash}', 'hex'))`;
const become = (role) => `set local role ${role}`;
const setting = (name, value) => `select set_config('onereturn.${name}', ${value}, true)`;
const scope = "current_setting('onereturn.scope')";

// Each way to stand inside a transaction, and what is odd about it.
function tricks({ hash, party, kind, guess }, victim) {
  const other = kind === "agency" ? "scope_board" : "scope_agency";
  const forged = setting("scope", `replace(${scope}, ${quoted(party)}, ${quoted(victim.party)})`);
  const seal =
    `encode(sha256(convert_to(${scope}, 'UTF8') || int4send(pg_backend_pid())` +
    ` || timestamptz_send(transaction_timestamp())), 'hex')`;
  const bare = `${kind}|${victim.party}||||||||`;
  return [
    ["inside a session of its own", [enter(hash)]],
    ["as the login, without a session", []],
    ["in the role without a session", [become(`scope_${kind}`)]],
    ["in the role with a scope made up", [become(`scope_${kind}`), setting("scope", quoted(bare))]],
    ["with the other's party put into the scope", [enter(hash), forged]],
    ["with a seal made without the key", [enter(hash), forged, setting("seal", seal)]],
    ["in the role of another kind of party", [enter(hash), become("none"), become(other)]],
    ["with a guessed session", [enter(guess)]],
    ["with row security off", [enter(hash), "set local row_security = off"]],
  ];
}

// What is done to each table; a number of rows comes back.
const verbs = (table, victim) => {
  const theirs = `tenant_id = ${quoted(victim.party)}`;
  const counted = (sql) => `with done as (${sql} returning 1) select count(*) from done`;
  return [
    ["reads", `select count(*) from ${table} where ${theirs}`],
    [
      "reads, by an injected condition,",
      `select count(*) from ${table} where false or ${theirs} --'`,
    ],
    ["changes", counted(`update ${table} set tenant_id = tenant_id where ${theirs}`)],
    ["removes", counted(`delete from ${table} where ${theirs}`)],
  ];
};

// Ways out of a sealed transaction. Each must be refused whole.
const escapes = (hash) => {
  const roles = ["owner", "migrator", "worker", "auth", "operator", "backup", "scope_delivery"];
  const inside = [enter(hash)];
  return [
    ...roles.map((role) => [`becomes ${role}`, inside, [become("none"), become(role)]]),
    ["reads the key of the seal", inside, ["select key from app.seal_key"]],
    ["reads sessions", inside, ["select * from identity.session"]],
    ["reads people", inside, ["select * from identity.person"]],
    ["reads jobs", inside, ["select * from jobs.job"]],
    ["reads sessions as the login", [], ["select * from identity.session"]],
    ["enters another session from within", inside, [enter(hash)]],
    ["enters a job", [], ["select identity.enter_job(gen_random_uuid(), 1)"]],
    ["empties a table", inside, ["truncate tenant.answer"]],
    ["drops a policy", inside, ["alter table tenant.answer disable row level security"]],
    ["makes a function", inside, ["create function pg_temp.f() returns int language sql return 1"]],
    ["makes a table", inside, ["create temporary table answer (x text)"]],
    ["runs a program", inside, ["copy tenant.answer to program 'cat'"]],
    ["reads a file of the server", inside, ["select pg_read_file('postgresql.conf')"]],
    ["reads a file as a large object", inside, ["select lo_import('/etc/hostname')"]],
  ];
};

// Cases as { words, before, sql, expect }: "rows" its own, "nothing", or "refused".
function casesFor(thief, victims, tables) {
  const cases = [];
  for (const table of tables) {
    const sql = `select count(*) from ${table}`;
    const words = `${thief.name} reads their own of ${table}`;
    cases.push({ words, before: [enter(thief.hash)], sql, expect: "rows", table, thief });
    for (const victim of victims) {
      for (const [how, before] of tricks(thief, victim)) {
        for (const [verb, statement] of verbs(table, victim)) {
          const about = `${thief.name} ${verb} ${table} of ${victim.name} ${how}`;
          cases.push({ words: about, before, sql: statement, expect: "nothing", how, thief });
        }
      }
    }
  }
  for (const [what, before, statements] of escapes(thief.hash)) {
    const sql = statements.at(-1);
    const all = [...before, ...statements.slice(0, -1)];
    cases.push({
      words: `${thief.name} ${what}`,
      before: all,
      sql,
      expect: "refused",
      how: what,
      thief,
    });
  }
  return cases;
}

// One connection plays them all, each in a transaction that is taken back.
function script(cases) {
  const lines = [];
  for (const { before, sql } of cases) {
    lines.push("begin;", ...before.map((one) => `${one};`), "\\echo @sql", `${sql}\n;`);
    lines.push("\\echo @end :ERROR :SQLSTATE", "rollback;");
  }
  return `${lines.join("\n")}\n`;
}

function psql({ sockets, database }, login, text) {
  const where = ["-h", sockets, "-U", login, "-d", database];
  return new Promise((resolve, reject) => {
    const child = spawn("psql", ["-X", "-q", "-At", ...where], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(parts).toString("utf8")));
    child.stdin.on("error", () => {});
    child.stdin.end(text);
  });
}

function outcomes(text) {
  return text
    .split("@sql\n")
    .slice(1)
    .map((part) => {
      const [, output, error, state] = /^([\s\S]*?)@end (\w+) (\w+)/.exec(part);
      return { rows: output.trim(), refused: error === "true", state };
    });
}

const wrong = ({ expect }, { rows, refused }) =>
  expect === "refused" ? !refused : expect === "nothing" ? !refused && rows !== "0" : false;

// Plays what a stolen login could do. Answers with { results, ownTables }: results as { words, how,
// state, leak }, ownTables the tables in which somebody's own session saw its own rows.
export async function stolenLogin({ settings, thieves, all, tell = () => {} }) {
  const list =
    "select format('%I.%I', nspname, relname) from pg_class c join pg_namespace n on n.oid";
  const only = "= relnamespace where nspname = 'tenant' and relkind in ('r', 'p') order by 1;";
  const tables = (await psql(settings, "gateway", `${list} ${only}\n`)).trim().split("\n");
  if (tables.length < 10) throw new Error("the database could not be reached as the gateway");
  const results = [];
  const ownTables = new Set();
  for (const thief of thieves) {
    thief.hash = hashOf(thief.token);
    thief.guess = randomBytes(32).toString("hex");
    const alike = all.filter((one) => one.kind === thief.kind && one.party !== thief.party);
    const cases = casesFor(thief, alike.slice(0, 2), tables);
    const came = outcomes(await psql(settings, "gateway", script(cases)));
    if (came.length !== cases.length) throw new Error("psql ended before its work did");
    cases.forEach((one, at) => {
      if (one.expect !== "rows") results.push({ ...one, ...came[at], leak: wrong(one, came[at]) });
      else if (!came[at].refused && came[at].rows !== "0") ownTables.add(one.table);
    });
    tell(results.length);
  }
  return { results, tables, ownTables };
}
