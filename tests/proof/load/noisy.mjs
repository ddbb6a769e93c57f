// One organisation asks more than the whole service can answer, while everybody else goes on.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import * as judge from "./support/judge.mjs";
import { play } from "./support/play.mjs";
import { arrivals } from "./support/script.mjs";
import { capacity, full, newDay, parties, world } from "./support/world.mjs";

const seconds = full ? 20 : 7;
const [noisyRoom] = world.rooms;

// What a program of that room asks, from an address of its own.
const noise = (day) => () => ({
  ...day.page(`/questions/${day.oneOf(world.questions)}`, "contributor", noisyRoom.n),
  seat: 30 + Math.floor(4 * day.roll()),
});

describe("a noisy organisation", () => {
  let quiet, others, noisy;

  before(async () => {
    const day = newDay();
    const able = await capacity();
    const rate = Math.max(5, 0.2 * able);
    const loud = Math.min(Math.max(2.5 * able, (50 * rate) / parties), 2500);
    const everybody = (stage, from) => arrivals(day, { stage, from, seconds, rate });
    const requestOf = noise(day);
    const results = await play([
      ...everybody("quiet", 0),
      ...everybody("others", seconds),
      ...arrivals(day, { stage: "noisy", from: seconds, seconds, rate: loud, requestOf }),
    ]);
    const theirs = (one) => one.stage === "noisy" || one.party !== noisyRoom.n;
    const of = (stage) => results.filter((one) => one.stage === stage && theirs(one));
    [quiet, others, noisy] = [of("quiet"), of("others"), of("noisy")];
    const times = Math.round(loud / (rate / parties));
    writeFigures("load", "noisy_tenant", {
      noisy_tenant: {
        times_everybodys_rate: times,
        quiet: judge.summary(quiet),
        others: judge.summary(others),
        noisy: judge.summary(noisy),
        others_p95_ratio: ratio(),
        lag_p99_ms: judge.lag(others),
      },
    });
    console.log(
      JSON.stringify([judge.summary(quiet), judge.summary(others), judge.summary(noisy)]),
    );
  });

  const p95 = (results) => judge.latencies(results.filter(judge.isServed)).p95_ms;
  const ratio = () => Math.round((10 * p95(others)) / p95(quiet)) / 10;

  test("others are served, and nobody of them is turned away", () => {
    assert.deepEqual(judge.strange(others), {});
    assert.equal(others.filter(judge.isRefusal).length, 0);
  });

  test("others wait longer, by what fair turns cost and no more", () => {
    assert.ok(p95(others) <= 12 * p95(quiet) + 500, `${p95(others)} ms against ${p95(quiet)} ms`);
  });

  test("it is turned away with 429 and told when to return", () => {
    const refused = noisy.filter(judge.isRefusal);
    assert.ok(refused.length > 0, "nothing of the noise was refused");
    assert.equal(refused.filter((one) => !one.saysWhen).length, 0);
    assert.deepEqual(judge.strange(noisy), {});
    assert.ok(refused.every((one) => one.status === 429));
  });
});
