// One report out of the figures that tests wrote: SECTION.PART.json in a folder. Under a section,
// numbers of several parts are added, lists joined, and everything else stands as it was written.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

function joined(one, other) {
  if (one === undefined) return other;
  if (typeof one === "number" && typeof other === "number") return one + other;
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (typeof one !== "object" || typeof other !== "object") return other;
  const all = { ...one };
  for (const [name, value] of Object.entries(other)) all[name] = joined(all[name], value);
  return all;
}

const [folder, passed, failed, leftOut] = process.argv.slice(2);
const report = {};
for (const file of readdirSync(folder).sort()) {
  const section = file.split(".")[0];
  const part = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  report[section] = joined(report[section], part);
}
report.tests = { passed: Number(passed), failed: Number(failed), left_out: Number(leftOut) };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
