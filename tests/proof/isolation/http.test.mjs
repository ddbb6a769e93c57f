// Plays `tools/dev attack` as people do: nobody gets at anything of somebody else's over HTTP, nor
// with a stolen login to the database. The matrix itself is in tools/attack.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { full, writeFigures } from "../../support/figures.mjs";

const program = fileURLToPath(new URL("../../../tools/attack/attack.mjs", import.meta.url));
// What it takes for a run to count: it must not become quiet by trying less.
const atLeast = { http: 4500, stolen: 5000, routes: 110, people: 30, markers: 50, answers: 2000 };

function play(report) {
  const words = [program, "--json", report, ...(full ? ["--everything"] : [])];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, told: Buffer.concat(parts).toString("utf8") }));
  });
}

describe("the attack", () => {
  let status, told, wrong, figures;
  const wrongOf = (kind) => wrong.filter((one) => one.startsWith(`${kind}:`));

  before(async () => {
    const report = path.join(mkdtempSync(path.join(tmpdir(), "attack-")), "attack.json");
    ({ status, told } = await play(report));
    ({ wrong, ...figures } = JSON.parse(readFileSync(report, "utf8")));
    writeFigures("isolation", "http", figures);
    console.log(`# ${JSON.stringify(figures)}`);
  });

  test("gets at nothing: other people's ids are answered as ids that nobody has", () => {
    assert.deepEqual(wrongOf("leak"), []);
    assert.equal(figures.leaks, 0);
  });

  test("tries every row that has an id in its path with somebody else's", () => {
    assert.deepEqual(wrongOf("never tried"), []);
    assert.equal(figures.http.places_never_tried, 0);
  });

  test("has a twin for every row, whom it is for and who succeeds", () => {
    assert.deepEqual(wrongOf("no twin"), []);
    assert.equal(figures.http.twins_missing, 0);
  });

  test("finds everything that was planted where it belongs", () => {
    assert.deepEqual(wrongOf("blind"), []);
    assert.equal(figures.http.markers_found_by_their_own, figures.http.markers_planted);
  });

  test("has tried as much as it should", () => {
    const { http, stolen_login: stolen } = figures;
    const beside = http.other_secrets + http.exports_and_contents;
    const tried = http.in_paths + http.in_queries + http.in_fields + http.in_json + beside;
    assert.ok(tried >= atLeast.http, `${tried} over HTTP`);
    assert.ok(stolen.attempts >= atLeast.stolen, `${stolen.attempts} in the database`);
    assert.ok(http.routes >= atLeast.routes, `${http.routes} routes`);
    assert.ok(http.people >= atLeast.people, `${http.people} people`);
    assert.ok(http.markers_planted >= atLeast.markers, `${http.markers_planted} markers`);
    assert.ok(http.answers_read >= atLeast.answers, `${http.answers_read} answers read`);
    assert.equal(figures.attempts, tried + stolen.attempts);
  });

  test("tells people, and ends as it should", () => {
    assert.deepEqual(wrong, []);
    assert.equal(status, 0, told);
    assert.match(told, /Against whose records/);
    assert.match(told, /With the gateway's login/);
    assert.match(told.trimEnd().split("\n").at(-1), /^Nobody got at anything.*no leak\.$/);
  });
});
