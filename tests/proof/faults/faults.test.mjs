// The rounds: one after the other on a service of their own, and every point passed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { full, writeFigures } from "../../support/figures.mjs";
import { counted, points } from "./plans.mjs";
import { seen, seenInTrail } from "./planted.mjs";
import { Rounds } from "./rounds.mjs";

const share = new URL("some_rounds.mjs", import.meta.url);
const count = full ? 2000 : 60;
// Rounds wait more than they work: so many are played at a time, each on a service of its own.
const shares = full ? 3 : 2;
const mostWrong = 5;
const figures = { rounds: 0, violations: 0, by_kind: {}, points: {} };
const notHit = [];
const wrong = [];
const disks = [];
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

function told({ disk, seed, plan, hit, complaints }) {
  if (disk !== undefined) {
    disks.push(disk);
    return;
  }
  countOne(plan, hit);
  if (complaints.length === 0) return;
  figures.violations += 1;
  const again = `node tests/proof/faults/run.mjs --seed ${seed} --logs`;
  const what = complaints.slice(0, 6).map((one) => `\n    ${one.slice(0, 600)}`);
  wrong.push(`round ${seed}, ${plan.kind} ${plan.point ?? ""}: ${again}${what.join("")}`);
  console.error(wrong.at(-1));
}

// One share of them, until its end or until enough went wrong.
async function playShare(first) {
  const words = [first, shares, count].map(String);
  const child = spawn(process.execPath, [fileURLToPath(share), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    told(JSON.parse(line));
    if (wrong.length >= mostWrong) child.kill("SIGTERM");
  }
  const code = await ended;
  if (code !== 0) wrong.push(`the share of round ${first} ended with ${code}`);
}

test(`${count} rounds keep every promise`, { timeout: full ? 5000000 : 800000 }, async () => {
  await Promise.all(Array.from({ length: shares }, (_, first) => playShare(first)));
  assert.deepEqual(wrong, []);
  assert.equal(figures.rounds, count);
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

test("the store of evidence could be full", (context) => {
  if (disks.includes(false)) {
    console.error("LEFT OUT: no right to mount a small file system");
    context.skip("without it the rounds of a full disk do nothing");
    return;
  }
  assert.equal(disks.length, shares);
});
