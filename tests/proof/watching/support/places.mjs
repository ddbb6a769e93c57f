// Where something could have leaked to: each place as { name, text }.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const { ONERETURN_LOGS, ONERETURN_PG, ONERETURN_DATABASE, ONERETURN_TEST_REDIS } = process.env;
const { ONERETURN_GATEWAY_WATCHED, ONERETURN_WORKER_WATCHED, ONERETURN_MAILBOX } = process.env;

const log = (name) => readFileSync(path.join(ONERETURN_LOGS, `${name}.log`), "utf8");

export const logsOfPrograms = () => [
  { name: "gateway's log", text: log("gateway") },
  { name: "worker's log", text: log("worker") },
];

// Of the service's own database: other tests of the run have theirs in the same cluster. An entry
// goes on over lines that do not begin with a time.
function logOfDatabase() {
  const text = readFileSync(path.join(path.dirname(ONERETURN_PG), "postgres.log"), "utf8");
  const own = `@${/dbname=(\S+)/.exec(ONERETURN_DATABASE)[1]} `;
  const entries = text.split(/\n(?=\d{4}-\d\d-\d\d )/);
  return entries.filter((entry) => entry.split("\n")[0].includes(own)).join("\n");
}

export const logsOfStores = () => [
  { name: "PostgreSQL's log", text: logOfDatabase() },
  { name: "Redis's log", text: log("redis-server") },
  { name: "what Redis holds", text: redis() },
];

function redis() {
  const ask = (...words) =>
    execFileSync("redis-cli", ["-s", ONERETURN_TEST_REDIS, ...words], { encoding: "utf8" });
  return `${ask("KEYS", "*")}\n${ask("XRANGE", "onereturn:jobs", "-", "+")}`;
}

const fetched = async (from) => (await fetch(`${from}/metrics`)).text();

export async function metrics() {
  return [
    { name: "gateway's figures", text: await fetched(ONERETURN_GATEWAY_WATCHED) },
    { name: "worker's figures", text: await fetched(ONERETURN_WORKER_WATCHED) },
  ];
}

export async function mails() {
  return (await fetch(`${ONERETURN_MAILBOX}/mails`)).json();
}
