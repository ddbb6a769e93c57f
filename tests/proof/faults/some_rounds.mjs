// Plays a share of the rounds on a service of its own and says how each went, a line of JSON each:
// node tests/proof/faults/some_rounds.mjs FIRST STEP COUNT
import { Rounds } from "./rounds.mjs";

const [first, step, count] = process.argv.slice(2).map(Number);
const rounds = new Rounds();
// Nobody reads any more: everything that was begun is ended, as when asked to.
process.stdout.on("error", () => process.kill(process.pid, "SIGTERM"));
try {
  await rounds.open();
  console.log(JSON.stringify({ disk: rounds.stage.disk }));
  for (let seed = first; seed < count; seed += step) {
    const { plan, hit, complaints } = await rounds.play(seed);
    console.log(JSON.stringify({ seed, plan, hit, complaints }));
    if (complaints.length > 0) await rounds.begin();
  }
} finally {
  await rounds.close();
}
process.exit(0);
