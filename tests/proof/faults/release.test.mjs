// A release has no points: the same source, compiled as the release preset compiles it, holds
// none of their names, and compiled as the tests are it holds them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { points } from "./points.mjs";

const root = path.join(import.meta.dirname, "..", "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "onereturn-release-"));
const sources = ["domain/evidence/scan_evidence.cpp", "domain/fan_out/deliver_copy.cpp"];
const builds = {};

// The release, configured anew; the tests' own build as it is.
before(() => {
  execFileSync("cmake", ["--preset", "release", "-B", folder], { cwd: root, stdio: "ignore" });
  const built = process.env.ONERETURN_TEST_BUILD ?? path.join(root, "build/dev");
  for (const [name, place] of Object.entries({ release: folder, tests: built })) {
    const file = path.join(place, "compile_commands.json");
    builds[name] = { place, commands: JSON.parse(readFileSync(file, "utf8")) };
  }
  execFileSync("cmake", ["--build", folder, "--target", "domain_evidence_sql"], {
    stdio: "ignore",
  });
  execFileSync("cmake", ["--build", folder, "--target", "domain_fan_out_sql"], { stdio: "ignore" });
});

after(() => rmSync(folder, { recursive: true }));

function textsIn(build, source) {
  const { directory, command } = build.commands.find((one) => one.file.endsWith(source));
  const object = path.join(folder, `${path.basename(source)}.o`);
  const words = command.replace(/ -o \S+/, ` -o ${object}`);
  execFileSync("bash", ["-c", words], { cwd: directory, stdio: "pipe" });
  return execFileSync("strings", ["-a", object], { encoding: "utf8" });
}

const named = (text) => Object.keys(points).filter((name) => text.includes(name));
const faulty = (text) => text.includes("5fault4pass") || text.includes("9take_loss");

for (const source of sources) {
  test(`a release of ${source} knows of no point`, () => {
    const text = textsIn(builds.release, source);
    assert.deepEqual(named(text), []);
    assert.ok(!faulty(text), "it calls what is at the points");
  });

  test(`the tests' build of ${source} does`, () => {
    assert.ok(faulty(textsIn(builds.tests, source)));
  });
}

test("the build of the tests has the switch on, the release has it off", () => {
  const switched = ({ place }) =>
    /ONERETURN_FAULTS (\d)/.exec(
      readFileSync(path.join(place, "generated/base/fault_switch.hpp"), "utf8"),
    )[1];
  assert.equal(switched(builds.release), "0");
  assert.equal(switched(builds.tests), "1");
});
