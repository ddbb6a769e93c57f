// The rounds: one after the other on a service of their own, and every point passed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { full, writeFigures } from "../../support/figures.mjs";
import { counted, points } from "./plans.mjs";
import { seen, seenInTrail } from "./planted.mjs";
import { Rounds } from "./rounds.mjs";

const count = full ? 2000 : 60;
const mostWrong = 5;
const figures = { rounds: 0, violations: 0, by_kind: {}, points: {} };
const notHit = [];
const wrong = [];
const rounds = new Rounds();

before(() => rounds.open());

after(async () => {
  writeFigures("faults", "rounds", figures);
  await rounds.close();
});

function countOne(plan, hit) {
  figures.rounds += 1;
  if (!hit) notHit.push(plan);
  else {
    const kind = counted(plan);
    figures.by_kind[kind] = (figures.by_kind[kind] ?? 0) + 1;
    if (plan.point) figures.points[plan.point] = (figures.points[plan.point] ?? 0) + 1;
  }
}

test(`${count} rounds keep every promise`, { timeout: full ? 5000000 : 800000 }, async () => {
  for (let seed = 0; seed < count && wrong.length < mostWrong; seed += 1) {
    const { plan, hit, complaints } = await rounds.play(seed);
    countOne(plan, hit);
    if (complaints.length === 0) continue;
    figures.violations += 1;
    const again = `node tests/proof/faults/run.mjs --seed ${seed} --logs`;
    const what = complaints.slice(0, 6).map((one) => `\n    ${one.slice(0, 600)}`);
    wrong.push(`round ${seed}, ${plan.kind} ${plan.point ?? ""}: ${again}${what.join("")}`);
    await rounds.begin();
  }
  assert.deepEqual(wrong, []);
});

test("the checker sees what is planted", async () => {
  // A round with everything in it, two in a row so that there is an older copy.
  for (const seed of [11, 29]) assert.deepEqual((await rounds.play(seed)).complaints, []);
  for (const [what, complaints] of await seen(rounds, rounds.work)) {
    assert.notDeepEqual(complaints, [], `nobody saw ${what}`);
  }
  assert.deepEqual(await rounds.sealed.check({ whole: true }), []);
  for (const [what, complaints] of await seenInTrail(rounds)) {
    assert.notDeepEqual(complaints, [], `nobody saw ${what}`);
  }
});

test("every point was passed", () => {
  const missed = Object.keys(points).filter((name) => !figures.points[name]);
  assert.deepEqual(missed, [], `not passed, in ${notHit.length} rounds that did not get there`);
});

test("the store of evidence could be full", { skip: rounds.stage?.disk === false }, () => {
  if (!rounds.stage.disk) console.error("LEFT OUT: no right to mount a small file system");
  assert.ok(rounds.stage.disk, "without it the rounds of a full disk do nothing");
});
