// Plays the matrix live against a running demonstration and tells people: node attack.mjs
//   [--json FILE]  [--everything]
// Its settings come from the environment of a run (tools/dev attack). Ends with 0 only without a
// leak.
import { writeFileSync } from "node:fs";
import { readJson } from "../demo/people.mjs";
import { stolenLogin } from "./database.mjs";
import { must } from "./plant.mjs";
import { examples, inDatabase, lastSentence, overHttp, totals } from "./print.mjs";
import { attack, figuresOf } from "./run.mjs";
import { settingsFrom } from "./settings.mjs";

const options = process.argv.slice(2);
const jsonFile = options.includes("--json") ? options[options.indexOf("--json") + 1] : null;
const settings = settingsFrom(process.env);
const region = readJson(process.env.ONERETURN_REGION);
const say = (text) => console.log(text);

const steps = {
  stage: "Setting the stage",
  crawl: "Everybody reads what is theirs",
  matrix: "Everybody tries what is somebody else's",
  twins: "Everybody uses what is theirs",
  database: "A stolen login tries the database",
};
let shown = "";
let lastAt = 0;

// One line that changes on a terminal; elsewhere one line a step.
function progress(step, done, all, words = "") {
  const title = words ? `${steps[step]}: ${words}` : steps[step];
  if (process.stdout.isTTY) {
    if (performance.now() - lastAt < 100 && done !== all) return;
    lastAt = performance.now();
    process.stdout.write(`\r\x1b[K${title} ... ${all > 1 ? `${done} of ${all}` : ""}`);
  } else if (title !== shown) {
    say(`${title} ...`);
  }
  shown = title;
}

// Three thieves, and others of their own kinds to steal from.
async function thievesOf({ role }) {
  const some = [
    role("thornmere-police", "lead"),
    role("thistle-row", "authoriser"),
    role("westmarch", "manager"),
    role("moorland-ambulance", "lead"),
    role("kingsreach", "manager"),
    role("eldervale", "chair"),
  ];
  const all = await Promise.all(
    some.map(async (visitor) => {
      const { acting_as: acting } = await must(visitor, "GET", "/me");
      const { name, token, kind } = visitor;
      return { name: `${name} (${visitor.party})`, token, kind, party: acting.party.id };
    }),
  );
  return { thieves: all.slice(0, 3), all };
}

function whatIsWrong(all, stolen) {
  const { results, uncovered, twins, readings } = all;
  const wrong = [];
  for (const { visitor, victim, route, place, leak } of results.filter((one) => one.leak)) {
    wrong.push(
      `leak: ${visitor.name} (${visitor.who}) ${route.id} ${place} of ${victim.who}: ${leak}`,
    );
  }
  for (const { visitor, where, marker } of [...readings.texts.leaks, ...readings.mails.leaks]) {
    wrong.push(
      `leak: ${visitor.name} of ${visitor.who} reads ${marker.sort} of ${marker.party}: ${where}`,
    );
  }
  for (const { key, parties } of readings.ids.leaks) {
    wrong.push(`leak: ${key} is shown to ${parties.join(" and ")}`);
  }
  for (const { words } of stolen.results.filter((one) => one.leak)) wrong.push(`leak: ${words}`);
  for (const place of uncovered) wrong.push(`never tried: no foreign id is known for ${place}`);
  for (const { route, path, status } of twins.filter((one) => !one.reached)) {
    wrong.push(`no twin: ${route.id} is reached by nobody: ${path} ${status}`);
  }
  const { planted, texts } = readings;
  for (const { party, sort, word } of planted) {
    if (!texts.seen.has(word)) wrong.push(`blind: ${party} does not find ${sort}`);
  }
  if (stolen.ownTables.size < 15)
    wrong.push(`blind: own rows in ${stolen.ownTables.size} tables only`);
  return wrong;
}

function allFigures(all, stolen) {
  const figures = figuresOf(all);
  const leaks = stolen.results.filter((one) => one.leak).length;
  return {
    attempts: figures.attempts + stolen.results.length,
    leaks: figures.leaks + leaks,
    http: figures.http,
    stolen_login: {
      attempts: stolen.results.length,
      leaks,
      tables: stolen.tables.length,
      tables_with_own_rows: stolen.ownTables.size,
    },
  };
}

const began = performance.now();
const everything = options.includes("--everything");
const all = await attack({ settings, region, everything, progress, before: beforeTwins });
const { stolen } = all;

// While every session is still there.
async function beforeTwins(stage) {
  const tell = (count) => progress("database", count, count + 1);
  const found = await stolenLogin({ settings, ...(await thievesOf(stage)), tell });
  return { stolen: found };
}

if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
const figures = allFigures(all, stolen);
const wrong = whatIsWrong(all, stolen);
say(`\n${overHttp(all.results)}\n\nSome of them:\n${examples(all.results)}\n`);
say(`${inDatabase(stolen.results)}\n`);
wrong.forEach((one) => say(`WRONG  ${one}`));
say(`${totals(figures)}\n${Math.round((performance.now() - began) / 1000)} seconds.\n`);
say(lastSentence(figures, wrong));
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ ...figures, wrong }, null, 2)}\n`);
process.exit(wrong.length > 0 ? 1 : 0);
