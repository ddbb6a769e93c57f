// The demonstration's region with those who are in it while a board is in the middle of its year.
// node region.mjs REGION ADDITIONS FILE: writes it there. Files that it names stay where they are.
import { writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { readJson } from "../people.mjs";

const [regionFile, additionsFile, out] = process.argv.slice(2);
const region = readJson(regionFile);
const more = readJson(additionsFile);
for (const kind of ["organisations", "parties", "people", "register"]) {
  region[kind].push(...more[kind]);
}
for (const one of region.answers) {
  one.file = relative(dirname(out), resolve(dirname(regionFile), one.file));
}
writeFileSync(out, `${JSON.stringify(region, null, 1)}\n`);
