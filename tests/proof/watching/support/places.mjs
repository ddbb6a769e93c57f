// Where something could have leaked to: each place as { name, text }.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const { ONERETURN_LOGS, ONERETURN_PG, ONERETURN_TEST_REDIS } = process.env;
const { ONERETURN_GATEWAY_WATCHED, ONERETURN_WORKER_WATCHED, ONERETURN_MAILBOX } = process.env;

const log = (name) => readFileSync(path.join(ONERETURN_LOGS, `${name}.log`), "utf8");

export const logsOfPrograms = () => [
  { name: "gateway's log", text: log("gateway") },
  { name: "worker's log", text: log("worker") },
];

export const logsOfStores = () => [
  {
    name: "PostgreSQL's log",
    text: readFileSync(path.join(path.dirname(ONERETURN_PG), "postgres.log"), "utf8"),
  },
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
