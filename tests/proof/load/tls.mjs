// testssl.sh against the gateway: nothing "NOT ok", but for what a demonstration's certificate is.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { writeFigures } from "../../support/figures.mjs";
import { folder } from "./support/play.mjs";
import { startGateway } from "./support/processes.mjs";
import { full } from "./support/world.mjs";

// Findings about this certificate and this machine, with the reason why they say nothing of the
// product. Everything else counts.
const ofTheDemonstration = {
  cert_chain_of_trust: "the demonstration's authority is known to nobody",
  cert_revocation: "an authority of one evening revokes nothing",
  cert_expirationStatus: "it is made anew for each demonstration and ends within weeks",
  cert_notAfter: "the same",
  HTTP_status_code: "the front door sends whoever is not signed in to sign in",
  engine_problem: "the machine that looks has no GOST ciphers to look with",
};

const graves = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
// What it gave up: on a machine that is busy it is too impatient for a question or two.
const givenUpMax = 2;

const file = join(folder, "testssl.json");

// A gateway to itself: its findings are about TLS, whatever the others bear meanwhile.
async function run(words) {
  const gateway = await startGateway();
  const target = `localhost:${gateway.port}`;
  const common = ["--quiet", "--color", "0", "--warnings", "off", "--nodns", "none", "--ip"];
  const given = [...words, ...common, "127.0.0.1", "--jsonfile", file, target];
  const child = spawn("testssl", given, { stdio: ["ignore", "ignore", "inherit"] });
  await new Promise((resolve) => child.once("exit", resolve));
  gateway.child.kill("SIGTERM");
}

// The shorter selection mostly waits, so it goes on beside the other proofs; the whole one has the
// machine to itself.
const shorter = full ? null : run(["-p", "-S", "-s", "-h"]);

describe("TLS as testssl.sh sees it", () => {
  let findings;

  test("it comes to its end", { timeout: 900_000 }, async () => {
    await (shorter ?? run([]));
    assert.ok(existsSync(file), "testssl.sh wrote nothing");
    findings = JSON.parse(readFileSync(file, "utf8"));
    assert.deepEqual(counted(["FATAL"]), []);
    const givenUp = counted(["WARN"]).map((one) => `${one.id} ${one.finding}`);
    assert.ok(givenUp.length <= givenUpMax, givenUp.join("\n"));
    assert.ok(findings.length > (full ? 100 : 30), `only ${findings.length} findings`);
  });

  const counted = (severities) =>
    findings.filter((one) => severities.includes(one.severity) && !(one.id in ofTheDemonstration));
  const bad = () => counted(graves);

  test("nothing is NOT ok", () => {
    writeFigures("load", "tls", {
      tls: {
        findings: findings.length,
        not_ok: bad().length,
        given_up: counted(["WARN"]).length,
        left_out: Object.keys(ofTheDemonstration).filter((id) => found(id) !== undefined),
        whole: full,
      },
    });
    assert.deepEqual(
      bad().map((one) => `${one.severity} ${one.id}: ${one.finding}`),
      [],
    );
  });

  const found = (id) => findings.find((one) => one.id === id)?.finding;

  test("TLS 1.2 and 1.3 are offered and nothing older", () => {
    for (const id of ["SSLv2", "SSLv3", "TLS1", "TLS1_1"]) assert.equal(found(id), "not offered");
    assert.equal(found("TLS1_2"), "offered");
    assert.match(found("TLS1_3"), /^offered/);
  });

  test("only authenticated ciphers with forward secrecy", () => {
    for (const id of [
      "cipherlist_NULL",
      "cipherlist_aNULL",
      "cipherlist_EXPORT",
      "cipherlist_LOW",
      "cipherlist_3DES_IDEA",
      "cipherlist_AVERAGE",
    ]) {
      assert.equal(found(id), "not offered", id);
    }
  });

  test("two years of strict transport security", () => {
    assert.match(found("HSTS_time"), /73[01] days/);
  });
});
