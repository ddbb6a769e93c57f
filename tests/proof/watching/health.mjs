// /healthz and /readyz of both programs, on the public port and where they are watched, with the
// database and Redis taken away, hanging, and back.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { withoutDatabase } from "../../journeys/support/outage.mjs";
import { send } from "../inputs/support/client.mjs";
import { metrics } from "./support/places.mjs";

const { ONERETURN_GATEWAY_WATCHED, ONERETURN_WORKER_WATCHED, ONERETURN_PG } = process.env;
const { ONERETURN_LOGS } = process.env;

const watched = (from) => async (name) => {
  const answer = await fetch(`${from}/${name}`, { signal: AbortSignal.timeout(1000) });
  return { status: answer.status, text: await answer.text() };
};
const doors = {
  "the gateway's public port": (name) => send("GET", `/${name}`),
  "the gateway, watched": watched(ONERETURN_GATEWAY_WATCHED),
  "the worker, watched": watched(ONERETURN_WORKER_WATCHED),
};

async function all(name) {
  const statuses = {};
  for (const [door, ask] of Object.entries(doors)) {
    const began = performance.now();
    statuses[door] = (await ask(name)).status;
    assert.ok(performance.now() - began < 500, `${door} was slow to answer /${name}`);
  }
  return statuses;
}

async function allSay(name, status, patience) {
  const end = Date.now() + patience;
  for (;;) {
    const statuses = await all(name);
    if (Object.values(statuses).every((one) => one === status)) return;
    assert.ok(Date.now() < end, `/${name}: ${JSON.stringify(statuses)}, not ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Every process of this run's own database, found from the number that it wrote down.
function processesOfDatabase() {
  const file = path.join(path.dirname(ONERETURN_PG), "data", "postmaster.pid");
  const first = Number(readFileSync(file, "utf8").split("\n")[0]);
  const words = ["-e", "-o", "pid=,ppid="];
  const rows = execFileSync("ps", words, { encoding: "utf8" }).trim().split("\n");
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return [first, ...children.filter(([, parent]) => parent === first).map(([own]) => own)];
}

async function frozen(processes, work) {
  const signal = (name) => {
    for (const one of processes) {
      try {
        process.kill(one, name);
      } catch (error) {
        if (error.code !== "ESRCH") throw error;
      }
    }
  };
  signal("SIGSTOP");
  try {
    await work();
  } finally {
    signal("SIGCONT");
  }
}

async function figure(name) {
  const texts = await metrics();
  return texts.map(({ text }) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]));
}

describe("Health", { concurrency: false }, () => {
  test("both programs live and are ready", async () => {
    await allSay("healthz", 200, 0);
    await allSay("readyz", 200, 5000);
  });

  test("a database that refuses: alive, not ready, and ready again by itself", async () => {
    await withoutDatabase(async () => {
      await allSay("readyz", 503, 4000);
      await allSay("healthz", 200, 0);
      assert.deepEqual(await figure("onereturn_database_reachable"), [0, 0]);
    });
    await allSay("readyz", 200, 5000);
    assert.deepEqual(await figure("onereturn_database_reachable"), [1, 1]);
  });

  test("a database that hangs holds nobody who asks", async () => {
    await frozen(processesOfDatabase(), async () => {
      await allSay("readyz", 503, 6000);
      await allSay("healthz", 200, 0);
      await metrics();
    });
    await allSay("readyz", 200, 6000);
  });

  test("Redis away makes nobody unready", async () => {
    const file = path.join(path.dirname(ONERETURN_LOGS), "pids", "redis-server");
    const worker = async () => (await figure("onereturn_redis_breaker_open"))[1];
    await frozen([Number(readFileSync(file, "utf8"))], async () => {
      const end = Date.now() + 5000;
      while ((await worker()) !== 1) {
        assert.ok(Date.now() < end, "the worker does not notice that Redis is away");
        await pause(100);
      }
      await allSay("readyz", 200, 0);
      await allSay("healthz", 200, 0);
    });
    const end = Date.now() + 15000;
    while ((await worker()) !== 0) {
      assert.ok(Date.now() < end, "the worker does not notice that Redis is back");
      await pause(100);
    }
  });

  test("figures are shown where they are watched, and nowhere else", async () => {
    assert.equal((await send("GET", "/metrics")).status, 404);
    const refused = await fetch(`${ONERETURN_WORKER_WATCHED}/metrics`, { method: "POST" });
    assert.equal(refused.status, 405);
    const elsewhere = await fetch(`${ONERETURN_GATEWAY_WATCHED}/sign-in`);
    assert.equal(elsewhere.status, 404);
    for (const { name, text } of await metrics()) assert.match(text, /^# HELP /, name);
  });
});
