// What a test of proof counted, for the report of the run (tools/dev.d/figures.sh): isolation,
// mutants, faults, fuzz, inputs, load. Without a run that collects them nothing is written.
import { writeFileSync } from "node:fs";
import path from "node:path";

export function writeFigures(section, part, figures) {
  const folder = process.env.ONERETURN_FIGURES;
  if (!folder) return;
  writeFileSync(path.join(folder, `${section}.${part}.json`), `${JSON.stringify(figures)}\n`);
}

// "yes" for `tools/dev test --full`.
export const full = Boolean(process.env.ONERETURN_TEST_FULL);
