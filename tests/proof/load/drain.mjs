// Rolling restarts under load: a new gateway comes up, the old one gets SIGTERM, and whoever
// balances the load sends people to those that say they are ready. The worker is replaced on the
// way. Not one request goes without its answer.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import { backlogEmpties, look } from "./support/database.mjs";
import * as judge from "./support/judge.mjs";
import { begin, sayPorts } from "./support/play.mjs";
import { isAlive, pause, replaceWorker, startGateway, statusOf } from "./support/processes.mjs";
import { lost, submissionsAreWhole } from "./support/promises.mjs";
import { arrivals } from "./support/script.mjs";
import { capacity, full, newDay } from "./support/world.mjs";

const restarts = full ? 8 : 3;
const eachTakes = 6;
const notice = { ONERETURN_DRAIN_NOTICE_SECONDS: "1" };

// Looks ten times a second who is ready, as a load balancer does, and tells the player.
function balance(gateways, portsFile) {
  let going = true;
  const noes = new Set();
  const look = async () => {
    while (going) {
      const ready = [];
      for (const { port } of [...gateways]) {
        const status = await statusOf(port, "/readyz", { from: "127.0.0.40", patience: 1000 });
        if (status === 200) ready.push(port);
        if (status === 503) noes.add(port);
      }
      sayPorts(portsFile, ready);
      await pause(100);
    }
  };
  const done = look();
  return { noes, stop: () => ((going = false), done) };
}

async function untilReady(port) {
  while ((await statusOf(port, "/readyz")) !== 200) await pause(50);
}

describe("rolling restarts under load", () => {
  const day = newDay();
  const gateways = [];
  const ends = [];
  let results, noes, workers, took, second;

  before(async () => {
    const rate = Math.max(5, 0.25 * (await capacity()));
    gateways.push(await startGateway(notice));
    const seconds = restarts * eachTakes + 3;
    const steps = arrivals(day, { stage: "restarts", from: 0, seconds, rate });
    const people = await begin(steps, { ports: [gateways[0].port] });
    const balancer = balance(gateways, people.portsFile);
    for (let n = 0; n < restarts; ++n) {
      const next = await startGateway(notice);
      await untilReady(next.port);
      gateways.push(next);
      await pause(300);
      const old = gateways[0];
      old.child.kill("SIGTERM");
      const began = performance.now();
      const left = pause(eachTakes * 1000 - 1500);
      if (n === 1) workers = replaceWorker();
      ends.push({
        status: await old.ended,
        took_ms: Math.round(performance.now() - began),
        clean: /"clean":true/.test(old.said()),
        port: old.port,
      });
      gateways.shift();
      await left;
    }
    results = await people.ended;
    await balancer.stop();
    noes = balancer.noes;
    took = await backlogEmpties(60_000);
    second = lost(results, day.run);
  });

  after(async () => {
    for (const { child } of gateways) child.kill("SIGTERM");
    const failed = results.filter((one) => !judge.hasItsAnswer(one));
    writeFigures("load", "drain", {
      drain: {
        restarts,
        requests: results.length,
        failed: failed.length,
        overtaken: results.filter(judge.isOvertaken).length,
        tried_again_before_sending: results.filter((one) => one.tries > 0).length,
        longest_drain_ms: Math.max(...ends.map((one) => one.took_ms)),
        promised_here: second.promised,
        lost_here: second.lost,
        ...judge.latencies(results),
      },
    });
    console.log(JSON.stringify({ ends, took, second, ...judge.latencies(results) }));
  });

  test("not one request fails", () => {
    const failed = results.filter((one) => !judge.hasItsAnswer(one));
    const why = failed.slice(0, 5).map((one) => `${one.kind} ${one.status} ${one.why}`);
    assert.deepEqual([failed.length, why], [0, []]);
  });

  test("each says that it is not ready before it goes, and cuts nothing off", () => {
    for (const end of ends) {
      assert.ok(noes.has(end.port), "nobody heard it say that it is not ready");
      assert.equal(end.status, 0);
      assert.ok(end.clean, "something was cut off");
    }
  });

  test("the worker that was replaced leaves nothing undone", async () => {
    for (let n = 0; isAlive(workers.old) && n < 300; ++n) await pause(100);
    assert.ok(!isAlive(workers.old), "it is still there");
    assert.ok(isAlive(workers.next.pid));
    const [{ held }] = look("select count(*) as held from jobs.job where state = 'running'");
    assert.equal(held, 0);
    assert.ok(took < 60_000);
  });

  test("everything that was acknowledged is there, and every submission is whole", () => {
    assert.ok(second.promised > 0);
    assert.equal(second.lost, 0);
    submissionsAreWhole(day.run);
  });
});
