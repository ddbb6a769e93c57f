// A deadline day: a normal while, up to three times what the service can do, and normal again.
// Judged by what was kept, how it turned people away, and how it was afterwards against before.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import { backlogEmpties } from "./support/database.mjs";
import * as judge from "./support/judge.mjs";
import { begin, watchMemory } from "./support/play.mjs";
import { gatewayPid, workerPid } from "./support/processes.mjs";
import { lost, submissionsAreWhole } from "./support/promises.mjs";
import { arrivals } from "./support/script.mjs";
import { capacity, full, newDay } from "./support/world.mjs";

const times = full ? { normal: 60, over: 45, after: 60 } : { normal: 12, over: 9, after: 16 };
const rateMax = 2500;

const normalRate = (able) => Math.max(5, Math.min(0.3 * able, 300));

// Three steps upwards; what comes after begins where it ends.
function stages(day, able) {
  const normal = normalRate(able);
  const over = { from: times.normal, seconds: times.over / 3 };
  const steps = [1, 2, 3].map((times, at) =>
    arrivals(day, {
      stage: `over_${times}`,
      from: over.from + at * over.seconds,
      seconds: over.seconds,
      rate: Math.min(times * able, rateMax),
    }),
  );
  const from = times.normal + times.over;
  return [
    ...arrivals(day, { stage: "normal", from: 0, seconds: times.normal, rate: normal }),
    ...steps.flat(),
    ...arrivals(day, { stage: "after", from, seconds: times.after, rate: normal }),
  ];
}

// Seconds of a calm stage from which on everybody was served nearly as before the overload.
function recoveredAfter(calm, began, normal) {
  const wide = 4 * normal.p95_ms + 150;
  for (let second = 0; second < times.after - 4; ++second) {
    const rest = calm.filter((one) => one.at_us >= (began + second) * 1e6);
    const { p95_ms: late } = judge.latencies(rest.filter(judge.isServed));
    if (rest.every(judge.hasItsAnswer) && late <= wide) return second;
  }
  return null;
}

// A machine that was busy with something else just then makes nobody's service sick: a second calm
// stage is played, and only a service that is not as before in that one either has not recovered.
async function recovery(day, able, results, normal) {
  const calm = results.filter((one) => one.stage === "after");
  const second = recoveredAfter(calm, times.normal + times.over, normal);
  if (second !== null) return { after_s: second, calm_stages: 1, later: [] };
  const again = { stage: "again", from: 0, seconds: times.after, rate: normalRate(able) };
  const later = await (await begin(arrivals(day, again))).ended;
  await backlogEmpties(60_000);
  return { after_s: recoveredAfter(later, 0, normal), calm_stages: 2, later };
}

describe("a deadline day", () => {
  let results, normal, over, memory, able, backlog, kept, recovered;
  const day = newDay();

  before(async () => {
    able = await capacity();
    const stop = watchMemory({ gateway: gatewayPid(), worker: workerPid() });
    const steps = stages(day, able);
    results = await (await begin(steps)).ended;
    const of = (name) => results.filter((one) => one.stage.startsWith(name));
    normal = judge.summary(of("normal"));
    over = judge.summary(of("over"));
    backlog = await backlogEmpties(60_000);
    const { later, ...when } = await recovery(day, able, results, normal);
    recovered = when;
    results.push(...later);
    memory = stop();
    kept = lost(results, day.run);
    const lag = { normal: judge.lag(of("normal")), overload: judge.lag(of("over")) };
    writeFigures("load", "deadline_day", {
      deadline_day: {
        capacity_per_s: able,
        lag_p99_ms: lag,
        // Figures of a player that was late itself say more of the machine than of the service.
        figures_count: lag.normal <= judge.lagMax,
        ...normal,
        by_kind: judge.byKind(of("normal")),
        overload: over,
        overload_steps: [1, 2, 3].map((n) => judge.summary(of(`over_${n}`))),
        after: judge.summary(of("after")),
        recovered_after_s: recovered.after_s,
        calm_stages: recovered.calm_stages,
        backlog_empty_after_ms: backlog,
        ...kept,
        memory_mib: memory,
      },
    });
    console.log(JSON.stringify({ able, lag, normal, over, recovered, backlog, kept, memory }));
    console.log(JSON.stringify(judge.strange(results)));
  });

  test("nothing but an answer or a refusal comes back", () => {
    assert.deepEqual(judge.strange(results), {});
  });

  test("on the normal part nobody is turned away", () => {
    assert.equal(normal.refused, 0);
  });

  test("overload is shed, and every refusal says when to return", () => {
    assert.ok(over.refused > 0, "three times what it can do was not too much");
    const all = results.filter(judge.isRefusal);
    assert.equal(all.filter((one) => !one.saysWhen).length, 0);
  });

  test("while it sheds it does about as much as it can", () => {
    assert.ok(over.throughput_per_s >= 0.3 * able, `${over.throughput_per_s} of ${able} a second`);
  });

  test("whoever is turned away hears it sooner than others are served", () => {
    const refused = results.filter((one) => one.stage === "over_3" && judge.isRefusal(one));
    const half = judge.percentile(
      refused.map((one) => one.took_ms),
      0.5,
    );
    assert.ok(half <= Math.max(over.p50_ms, 250), `${half} ms against ${over.p50_ms} ms`);
  });

  test("nobody waits without end", () => {
    assert.ok(over.p99_ms < 15_000, `${over.p99_ms} ms`);
  });

  test("afterwards it is as before, by itself", () => {
    assert.notEqual(recovered.after_s, null);
  });

  test("everything that was acknowledged is there, and every submission is whole", () => {
    assert.ok(kept.promised > 0);
    assert.equal(kept.lost, 0);
    assert.ok(submissionsAreWhole(day.run) > 0);
  });

  test("memory stays bounded", () => {
    for (const [name, { before: was, peak }] of Object.entries(memory)) {
      assert.ok(peak <= 3 * was + 300, `${name} took ${peak} MiB, before ${was}`);
    }
  });
});
