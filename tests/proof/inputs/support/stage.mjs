// What all classes share: people, the furnished region as it was kept, pages and forms, and the
// count of what was tried. One process plays them all, one after the other.

import assert from "node:assert/strict";
import { Database, differences } from "./database.mjs";
import { furnish, holdSweeps, quietWorker } from "./furnish.mjs";
import { harvest } from "./harvest.mjs";
import { everybody, visitor } from "./people.mjs";
import { full } from "../../../support/figures.mjs";

export { full };
export const seed = Number(process.env.ONERETURN_INPUTS_SEED ?? Math.floor(Math.random() * 1e9));

export const tried = {};
export function count(kind, number = 1) {
  tried[kind] = (tried[kind] ?? 0) + number;
}

let opened = null;

export function stage() {
  opened ??= open();
  return opened;
}

async function open() {
  const database = new Database();
  const people = await everybody(database);
  const scene = await furnish(database, people);
  await quietWorker(database);
  const visits = visitor();
  await visits.csrf();
  const others = [...people.values(), ...scene.halves.map(({ half }) => half)];
  const mailed = [scene.invited, scene.join, ...scene.mailed];
  const found = await harvest(others, scene.starts);
  const seen = await harvest([visits], mailed);
  const pages = [...found.pages, ...seen.pages];
  const forms = [...found.forms, ...seen.forms];
  await quietWorker(database);
  await holdSweeps(database);
  await database.keep();
  return { database, people, visits, scene, pages, forms, who: (label) => people.get(label) };
}

// A generator of numbers below `n`, the same for the same seed and name.
export function dice(name) {
  let state = [...`${seed} ${name}`].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) >>> 0, 7);
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

// So many of them, chosen by the seed; all of them with --full.
export function sample(name, list, most) {
  if (full || list.length <= most) return list;
  const roll = dice(name);
  const rest = [...list];
  return Array.from({ length: most }, () => rest.splice(roll(rest.length), 1)[0]);
}

// Runs cases that must change nothing, each { name, run, check, may }, and looks at every table
// after each batch; when something changed, each case of the batch is played alone to find which
// did it. `may` names the tables that a case may write to all the same. All faults are told at
// once, so that one run shows what there is to mend.
export async function unchanged(kind, cases, { batch = 25 } = {}) {
  const { database } = await stage();
  assert.ok(cases.length > 0, `${kind}: no case`);
  const faults = [];
  for (let at = 0; at < cases.length; at += batch) {
    const part = cases.slice(at, at + batch);
    await database.stayYoung();
    for (const one of part) faults.push(...(await played(one)));
    const changed = differences(database.kept, await database.digest());
    const may = new Set(part.flatMap((one) => one.may ?? []));
    if (changed.some((table) => !may.has(table))) {
      faults.push(...(await whichDidIt(database, part, changed)));
    } else if (changed.length > 0) await backToKept();
  }
  count(kind, cases.length);
  tell(kind, faults);
}

export function tell(kind, faults) {
  const shown = faults.slice(0, 40).join("\n");
  assert.equal(faults.length, 0, `${kind}, ${faults.length} faults:\n${shown}`);
}

// What was wrong with the answer to one case, in words.
export async function played(one) {
  let answer;
  try {
    answer = await one.run();
    await one.check(answer);
    return [];
  } catch (error) {
    const got = answer ? `${answer.status} ${briefly(answer.text)}` : "";
    return [`${one.name}: ${error.message.split("\n")[0]} ${got}`];
  }
}

const briefly = (text = "") =>
  text
    .replace(/^[\s\S]*<main/, "<main")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 300);

async function whichDidIt(database, cases, changed) {
  const faults = [];
  await backToKept();
  for (const one of cases) {
    await played(one);
    const now = differences(database.kept, await database.digest());
    if (now.length === 0) continue;
    if (now.some((table) => !one.may?.includes(table)))
      faults.push(`${one.name}: was refused, and changed ${now.join(", ")}`);
    await backToKept();
  }
  if (faults.length > 0) return faults;
  // Alone none of them does: together they must, or it was the worker's own doing.
  for (const one of cases) await played(one);
  await quietWorker(database);
  const may = new Set(cases.flatMap((one) => one.may ?? []));
  const now = differences(database.kept, await database.digest());
  const again = now.filter((table) => !may.has(table));
  await backToKept();
  return again.length === 0
    ? []
    : [`together these changed ${changed.join(", ")}: ${cases[0].name}`];
}

// The state as it was kept, after a case that was meant to change it.
export async function backToKept() {
  const { database } = await stage();
  await quietWorker(database);
  await database.restore();
}
