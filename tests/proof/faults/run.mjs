// Plays rounds by hand: node tests/proof/faults/run.mjs --seed N [--rounds COUNT] [--kind KIND]
// [--point NAME]
import { Rounds } from "./rounds.mjs";
import { planOf } from "./plans.mjs";

const words = process.argv.slice(2);
const told = (name, otherwise) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? otherwise : words[at + 1];
};

const from = Number(told("seed", "0"));
const count = Number(told("rounds", "1"));
const kind = told("kind");
const point = told("point");
const fits = (plan) => (!kind || plan.kind === kind) && (!point || plan.point === point);

const rounds = new Rounds();
let bad = 0;
try {
  await rounds.open();
  for (let seed = from, played = 0; played < count; seed += 1) {
    const plan = planOf(seed);
    if (!fits(plan)) continue;
    played += 1;
    const { hit, complaints, ms, slow } = await rounds.play(seed);
    const where = plan.point ?? "";
    const end = complaints.length > 0 ? "WRONG" : hit ? "well" : "not hit";
    console.log(`${seed} ${plan.kind} ${where} ${end} ${Math.round(ms)} ms (${slow})`);
    for (const one of complaints.slice(0, 8)) console.log(`  ${one.slice(0, 500)}`);
    if (complaints.length > 0 && words.includes("--logs")) console.log(rounds.logs());
    if (complaints.length === 0) continue;
    bad += 1;
    await rounds.begin();
  }
} finally {
  await rounds.close();
}
process.exit(bad > 0 ? 1 : 0);
