// Clients that are slow on purpose, floods of connections, and no file handles left: ordinary
// people go on meanwhile, and it is over when they are gone.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import * as judge from "./support/judge.mjs";
import { begin, folder, memoryOf, play, port } from "./support/play.mjs";
import { cpuOf, gatewayPid, pause, statusOf } from "./support/processes.mjs";
import { arrivals } from "./support/script.mjs";
import { capacity, full, newDay } from "./support/world.mjs";

const seconds = full ? 40 : 16;
// Of each kind, from one address: together less than the cap for one address.
const connections = 60;
const figures = {};

// Headers that never end, bodies that trickle, answers that are not read.
const kinds = {
  slow_headers: ["-H", "-u", `https://localhost:${port()}/help`],
  slow_body: ["-B", "-s", "8192", "-u", `https://localhost:${port()}/sign-in`],
  slow_read: [
    "-X",
    "-w",
    "1",
    "-y",
    "2",
    "-z",
    "1",
    "-k",
    "3",
    "-u",
    `https://localhost:${port()}/help`,
  ],
};

function attack(name) {
  const prefix = join(folder, name);
  const words = ["-c", connections, "-r", connections / 2, "-l", seconds, "-i", 3, "-p", 3];
  const child = spawn("slowhttptest", [...kinds[name], ...words.map(String), "-g", "-o", prefix], {
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("exit", () => resolve(rows(`${prefix}.csv`))));
}

// Seconds,Closed,Pending,Connected,Service Available
function rows(path) {
  const lines = readFileSync(path, "utf8").trim().split("\n").slice(1);
  return lines.map((line) => {
    const [second, closed, , connected, available] = line.split(",").map(Number);
    return { second, closed, connected, available };
  });
}

describe("slow clients", () => {
  let quiet, meanwhile, attacks;

  before(async () => {
    const day = newDay();
    const rate = Math.max(5, 0.15 * (await capacity()));
    quiet = await play(arrivals(day, { stage: "quiet", from: 0, seconds: 6, rate }));
    const people = await begin(arrivals(day, { stage: "meanwhile", from: 0, seconds, rate }));
    attacks = await Promise.all(Object.keys(kinds).map(attack));
    meanwhile = await people.ended;
    figures.people = judge.summary(meanwhile);
    figures.people_before = judge.summary(quiet);
    figures.connections = 3 * connections;
  });

  test("people are served as before, and nobody of them is turned away", () => {
    assert.deepEqual(judge.strange(meanwhile), {});
    assert.equal(meanwhile.filter(judge.isRefusal).length, 0);
    const late = judge.latencies(meanwhile).p95_ms;
    const was = judge.latencies(quiet).p95_ms;
    assert.ok(late <= 5 * was + 250, `${late} ms against ${was} ms`);
  });

  test("the service is there all the time", () => {
    for (const seen of attacks) {
      assert.ok(seen.length > 0);
      assert.ok(seen.every(({ available }) => available > 0));
    }
  });

  test("whoever is slow is shown out", () => {
    Object.keys(kinds).forEach((name, at) => {
      const closed = Math.max(...attacks[at].map((row) => row.closed));
      figures[name] = { closed };
      if (name !== "slow_read") assert.ok(closed >= connections / 2, `${name}: ${closed} closed`);
    });
  });
});

// So many plain connections that say nothing; how many of them the server left open after a moment.
async function silent(count, from) {
  const sockets = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const socket = net.connect({ host: "127.0.0.1", port: port(), localAddress: from });
          socket.once("connect", () => resolve(socket));
          socket.once("error", () => resolve(socket));
          socket.on("error", () => {});
          socket.resume();
        }),
    ),
  );
  return sockets;
}

const openOf = (sockets) => sockets.filter((one) => one.readyState === "open").length;

describe("a flood of connections", () => {
  let all = [];
  after(() => all.forEach((socket) => socket.destroy()));

  test("from one address is kept to its limit, and others are not touched", async () => {
    const mine = await silent(260, "127.0.0.60");
    all.push(...mine);
    await pause(500);
    figures.flood_of_one = { tried: 260, left_open: openOf(mine) };
    assert.equal(openOf(mine), 200);
    assert.equal(await statusOf(port(), "/help", { from: "127.0.0.60" }), 0);
    assert.equal(await statusOf(port(), "/help", { from: "127.0.0.61" }), 200);
  });

  test("in all is kept to its limit; who is in is served, and memory is bounded", async () => {
    const was = memoryOf(gatewayPid());
    const inside = new https.Agent({ keepAlive: true, maxSockets: 1 });
    const ask = { agent: inside, from: "127.0.0.62" };
    assert.equal(await statusOf(port(), "/help", ask), 200);
    for (let n = 0; n < 11; ++n) all.push(...(await silent(195, `127.0.0.${70 + n}`)));
    await pause(500);
    const open = openOf(all);
    const memory = memoryOf(gatewayPid());
    figures.flood = {
      tried: all.length,
      left_open: open,
      memory_mib: { before: was, peak: memory },
    };
    assert.ok(open > 1800 && open < 2000, `${open} are open`);
    assert.equal(await statusOf(port(), "/help", ask), 200);
    inside.destroy();
    assert.ok(memory - was < 400, `${was} MiB became ${memory}`);
  });

  test("is over when it is over", async () => {
    all.forEach((socket) => socket.destroy());
    const began = performance.now();
    while ((await statusOf(port(), "/help")) !== 200) {
      assert.ok(performance.now() - began < 60_000, "nobody gets in any more");
      await pause(100);
    }
    figures.flood.recovered_after_ms = Math.round(performance.now() - began);
  });
});

// The limit below which so many numbers of handles are free.
function leavingFree(count) {
  const open = new Set(readdirSync(`/proc/${gatewayPid()}/fd`).map(Number));
  let limit = 0;
  for (let free = 0; free < count; ++limit) free += open.has(limit) ? 0 : 1;
  return limit;
}

const limits = (words) => execFileSync("prlimit", ["--pid", String(gatewayPid()), ...words]);

describe("no file handles left", () => {
  const hard = /Max open files\s+(\d+)/.exec(readFileSync(`/proc/${gatewayPid()}/limits`))[1];
  after(() => limits([`--nofile=${hard}:`]));

  test("pauses accepting instead of spinning, and goes on by itself", async () => {
    const inside = new https.Agent({ keepAlive: true, maxSockets: 1 });
    assert.equal(await statusOf(port(), "/help", { agent: inside }), 200);
    limits([`--nofile=${leavingFree(4)}:`]);
    const sockets = await silent(150, "127.0.0.90");
    const began = cpuOf(gatewayPid());
    await pause(3000);
    const share = (cpuOf(gatewayPid()) - began) / 3;
    figures.no_handles = { cpu_share: Math.round(100 * share) / 100 };
    assert.equal(await statusOf(port(), "/help", { agent: inside }), 200);
    assert.equal(await statusOf(port(), "/help", { from: "127.0.0.91", patience: 500 }), 0);
    limits([`--nofile=${hard}:`]);
    sockets.forEach((socket) => socket.destroy());
    inside.destroy();
    assert.ok(share < 0.5, `it used ${share} of a core for nothing`);
    await pause(500);
    assert.equal(await statusOf(port(), "/help", { from: "127.0.0.91" }), 200);
  });
});

after(() => writeFigures("load", "slow_clients", { slow_clients: figures }));
