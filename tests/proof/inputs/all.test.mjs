// Bad input by class, over the real service. The classes are played one after the other in one
// process, because each begins with the state as it was kept and says that it did not change.
// ONERETURN_INPUTS_SEED repeats what a run chose.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import { closeParser } from "./support/pages.mjs";
import { seed, stage, tried } from "./support/stage.mjs";
import "./framing.mjs";
import "./json.mjs";
import "./csrf.mjs";
import "./unicode.mjs";
import "./sql.mjs";
import "./script.mjs";
import "./uploads.mjs";
import "./addresses.mjs";
import "./signing_in.mjs";
import "./token.mjs";
import "./business.mjs";
import "./roles.mjs";
import "./idempotency.mjs";
import "./archives.mjs";
import "./unit_imports.mjs";
import "./outbound.mjs";
import "./print.mjs";

const classes = [
  "framing",
  "json",
  "csrf",
  "unicode",
  "sql",
  "script",
  "uploads",
  "addresses",
  "queries",
  "headers",
  "sign-in",
  "business",
  "idempotency",
  "archives",
  "outbound",
  "print",
];

before(async () => {
  console.log(`# ONERETURN_INPUTS_SEED=${seed}`);
  await stage();
});

test("no class is without a case", () => {
  assert.deepEqual(
    classes.filter((name) => !tried[name]),
    [],
  );
});

after(async () => {
  writeFigures("inputs", "http", tried);
  console.log(`# tried: ${JSON.stringify(tried)}`);
  await closeParser();
  (await stage()).database.close();
});
