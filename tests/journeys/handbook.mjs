// The handbook's pictures are those that the journeys before this one have made: none is missing,
// none is left over. With ONERETURN_HANDBOOK=rewrite they are put into the handbook.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Handbook, filesIn, promised, rewrites } from "../support/handbook.mjs";
import { pictures } from "./support/browser.mjs";

const handbook = new Handbook("handbook.md", "handbook", pictures);

test("every picture of the handbook is made by the journeys", () => {
  promised(handbook, 11);
  assert.deepEqual(handbook.missing(), [], "named in the handbook, made by no journey");
  if (rewrites) handbook.rewrite();
});

test("the handbook keeps those and no others", () => {
  assert.deepEqual(filesIn(handbook.kept).sort(), [...new Set(handbook.named)].sort());
});
