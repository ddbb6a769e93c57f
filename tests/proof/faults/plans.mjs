// What a round does, out of its seed alone. The first rounds of a run go through every point in
// turn; the others are drawn.
import { Chance } from "./chance.mjs";
import { kindsAt, points } from "./points.mjs";

export { points };

const names = Object.keys(points);
const world = [
  "postgres_kill",
  "postgres_immediate",
  "cut",
  "redis_flush",
  "redis_restart",
  "redis_down",
  "disk_full",
  "clock",
  "jobs",
  "late",
  "storm",
  "outside",
];

// How a plan is counted in the report.
export const counted = (plan) =>
  ({
    lost_before: "in_doubt",
    lost_after: "in_doubt",
    postgres_kill: "postgres",
    postgres_immediate: "postgres",
    redis_flush: "redis",
    redis_restart: "redis",
    redis_down: "redis",
    late: "jobs",
  })[plan.kind] ?? plan.kind;

// Every third round has a fault of the world, the others stand at a point.
export function planOf(seed) {
  const chance = new Chance(seed);
  const turn = Math.floor(seed / 3);
  if (seed % 3 === 2) {
    const work = ["save", "submit", "upload", "mail", "acknowledge"];
    return { seed, kind: world[turn % world.length], work };
  }
  const at = (seed - turn) % names.length;
  const kinds = kindsAt(names[at]);
  const lap = Math.floor((seed - turn) / names.length);
  const kind = kinds[(at + lap) % kinds.length];
  // A copy is delivered several times in a round: any of them may be the one.
  const nth = points[names[at]].program === "worker" && /^(job|delivery)/.test(names[at]) ? 2 : 1;
  const work = [points[names[at]].work];
  if (chance.next() < 0.5) work.push("save");
  if (!work.includes("submit") && chance.next() < 0.6) work.push("submit");
  if (chance.next() < 0.3) work.push("acknowledge");
  return { seed, kind, point: names[at], nth: 1 + chance.below(nth), work };
}
