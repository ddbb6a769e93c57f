// Reads what gateway and worker have logged in a whole run of journeys: nothing of what the
// region's people are called, have for an address, or have written may stand there.
//   node logs_of_journeys.mjs FOLDER

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Secrets, shapes } from "../proof/watching/support/secrets.mjs";

const folder = process.argv[2];
const regionFile = process.env.ONERETURN_REGION;
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const region = readJson(regionFile);
const secrets = new Secrets();

// Long enough that nobody else says it by accident.
const least = 16;
function texts(value) {
  if (typeof value === "string") return value.length >= least && value.includes(" ") ? [value] : [];
  if (value && typeof value === "object") return Object.values(value).flatMap(texts);
  return [];
}

for (const { name, email, phone } of region.people) {
  secrets.add("a name", name);
  secrets.add("an address", email);
  secrets.add("a telephone", phone);
}
for (const { profile } of region.parties) secrets.add("an organisation", profile.name);
for (const { file } of region.answers) {
  const answers = readJson(path.join(path.dirname(regionFile), file));
  for (const text of texts(answers)) secrets.add("an answer", text.slice(0, 60));
}
secrets.add("the password", process.env.ONERETURN_PASSWORD);
assert.ok(secrets.size > 200, "hardly anything to look for: the search would be blind");

for (const program of ["gateway", "worker"]) {
  const text = readFileSync(path.join(folder, `${program}.log`), "utf8");
  const lines = text.trim().split("\n");
  assert.ok(lines.length > 10, `the ${program}'s log is empty: the search would be blind`);
  const found = secrets.foundIn(text);
  assert.deepEqual(found.slice(0, 10), [], `${program}'s log: ${found.length}`);
  for (const [what, shape] of shapes) assert.doesNotMatch(text, shape, `${program} logs ${what}`);
  for (const line of lines) assert.ok(JSON.parse(line).event, line);
  console.log(`${program}: ${lines.length} lines hold none of ${secrets.size} texts`);
}
