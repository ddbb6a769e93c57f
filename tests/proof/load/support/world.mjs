// One world for all proofs of a run: rooms in the database, and how much this machine can do.
import { after } from "node:test";
import { full } from "../../../support/figures.mjs";
import { commitAsBefore, commitToDisk, openRooms } from "./database.mjs";
import { play } from "./play.mjs";
import { Day, arrivals } from "./script.mjs";

export { full };
export const seed = Number(process.env.ONERETURN_TEST_SEED ?? 20270430);

commitToDisk();
after(commitAsBefore);
const rooms = full ? 240 : 120;
export const world = openRooms(rooms, rooms / 6);
export const parties = rooms + world.boards.length;

let days = 0;

// A new day, whose marks no other has.
export function newDay() {
  const run = `${seed}x${++days}x${process.pid}`;
  return new Day({
    world,
    password: process.env.ONERETURN_PASSWORD,
    seed: seed + days,
    run,
  });
}

let known;

// Requests a second that it answers with some thirty at once: as many as it can, and its queue is
// never full. Measured once.
export async function capacity() {
  known ??= (await measured(150), await measured(full ? 2400 : 600));
  return known;
}

async function measured(count) {
  const day = newDay();
  const steps = arrivals(day, { stage: "capacity", from: 0, seconds: 1, rate: count });
  for (const step of steps) step.at_us = 0;
  const results = await play(steps, { connections: 4 });
  return Math.round(results.length / (Math.max(...results.map((one) => one.took_ms)) / 1000));
}
