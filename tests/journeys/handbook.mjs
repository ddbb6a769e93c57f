// The handbook's pictures are those that the journeys before this one have made: none is missing,
// none is left over. With ONERETURN_HANDBOOK=rewrite they are put into the handbook.

import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { pictures } from "./support/browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const kept = join(root, "docs", "pictures", "handbook");
const text = readFileSync(join(root, "docs", "guides", "handbook.md"), "utf8");
const named = [...text.matchAll(/\]\(\.\.\/pictures\/handbook\/([^)]+)\)/g)].map(
  ([, name]) => name,
);

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.path, one.name)));

test("every picture of the handbook is made by the journeys", () => {
  assert.ok(named.length > 10);
  const missing = named.filter((name) => !existsSync(join(pictures, name)));
  assert.deepEqual(missing, [], "named in the handbook, made by no journey");
  if (process.env.ONERETURN_HANDBOOK !== "rewrite") return;
  rmSync(kept, { recursive: true, force: true });
  for (const name of named) {
    mkdirSync(dirname(join(kept, name)), { recursive: true });
    copyFileSync(join(pictures, name), join(kept, name));
  }
});

test("the handbook keeps those and no others", () => {
  assert.deepEqual(files(kept).sort(), [...new Set(named)].sort());
});
