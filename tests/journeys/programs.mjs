// A lead lets a program in, the worked example of docs/guides/api.md is played with its secret, an
// authoriser agrees that it sends, and the lead renews and ends it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { faultsIn } from "../support/contract.mjs";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { origin, people, region, whoIs } from "./support/stack.mjs";

const run = promisify(execFile);
const trust = "fenwick-lane";
const guide = fileURLToPath(new URL("../../docs/guides/api.md", import.meta.url));

async function token(fields) {
  const answer = await fetch(`${origin}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", ...fields }),
  });
  const { status } = answer;
  const answered = await answer.json();
  assert.deepEqual(faultsIn({ verb: "POST", path: "/oauth/token", status, answered }), []);
  return { status, ...answered };
}

const reads = (bearer) =>
  fetch(`${origin}/api/v1/requests`, { headers: { authorization: `Bearer ${bearer}` } });

describe("a program that acts for an agency", () => {
  let browser, lead, signer, id, secret, unit;

  before(async () => {
    browser = await openBrowser();
    [lead, signer] = [await person(browser), await person(browser)];
    await signIn(lead, whoIs(trust, "lead"));
    await signIn(signer, whoIs(trust, "authoriser"));
    const { units } = await people.withRole(trust, "lead").get("/requests");
    unit = units.find((one) => one.name.includes("Glade")).unit;
  });
  after(() => browser?.close());

  const shown = async () => {
    secret = await lead.page.locator("#secret").innerText();
    id = await lead.page.locator("#client").innerText();
  };

  test("needs a name and something to do", async () => {
    await go(lead, "/programs");
    assert.equal(await heading(lead), "Programs that act for you");
    await goodEverywhere(lead, "programs/01-none");
    await lead.page.click('button:has-text("Let it in")');
    await lead.page.locator(".govuk-error-summary").waitFor();
    await goodEverywhere(lead, "programs/02-missing", { status: 422 });
    quiet(lead, "programs", 422);
  });

  test("gets a secret that is shown once", async () => {
    await lead.page.fill("#name", "Centre records");
    for (const scope of ["questions:read", "answers:write", "evidence:write", "submit"]) {
      await lead.page.check(`input[name=scope][value="${scope}"]`);
    }
    await lead.page.check('input[name=scope][value="deliveries:read"]');
    await lead.page.click('button:has-text("Let it in")');
    await lead.page.locator("#secret").waitFor();
    await shown();
    assert.match(secret, /^ors_[\w-]{43}$/);
    await goodEverywhere(lead, "programs/03-secret");
    await lead.page.click("text=I have copied it");
    assert.ok(!(await lead.page.content()).includes(secret));
    await goodEverywhere(lead, "programs/04-let-in");
  });

  test("cannot send before an authoriser agrees", async () => {
    const credentials = { client_id: id, client_secret: secret };
    assert.equal((await token({ ...credentials, scope: "submit" })).error, "unauthorized_client");
    await go(signer, "/programs");
    assert.equal(await signer.page.locator('button:has-text("Let it in")').count(), 0);
    await signer.page.click("text=Agree that it sends in your name");
    await goodEverywhere(signer, "programs/05-agree");
    await signer.page.locator("input[name=position]").fill("Chair of the trustees");
    await signer.page.check("input[name=days][value='90']");
    await signer.page.click('button:has-text("Agree")');
    await signer.page.locator(".govuk-error-summary").waitFor();
    const typed = await signer.page.locator("input[name=position]").inputValue();
    assert.equal(typed, "Chair of the trustees");
    await goodPage(signer, "programs/05-not-ticked", { status: 422 });
    quiet(signer, "programs", 422);
    await signer.page.check("input[name=statement]");
    await signer.page.click('button:has-text("Agree")');
    await signer.page.locator(".note--green").waitFor();
    await goodPage(signer, "programs/06-agreed");
  });

  test("does what the guide says, word for word", async () => {
    const blocks = readFileSync(guide, "utf8").matchAll(/```sh\n([\s\S]*?)```/g);
    const script = ["set -euo pipefail", ...[...blocks].map((block) => block[1])].join("\n");
    const environment = {
      ...process.env,
      ONERETURN: origin,
      CLIENT_ID: id,
      CLIENT_SECRET: secret,
      UNIT: unit,
      CURL_CA_BUNDLE: process.env.ONERETURN_CA,
    };
    const folder = mkdtempSync(join(tmpdir(), "guide-"));
    const done = await run("bash", ["-c", script], { cwd: folder, env: environment });
    assert.match(done.stdout, /"state": "(delivered|received)"/, done.stdout + done.stderr);
    const signs = whoIs(trust, "authoriser");
    assert.ok(done.stdout.includes(`"authorised_by": "${signs.name}"`), done.stdout);
  });

  test("is named on the copy that the board reads", async () => {
    const manager = people.withRole("westmarch", "manager");
    const { returns } = await manager.get("/returns");
    const ids = returns.map((one) => one.return).filter(Boolean);
    const copies = await Promise.all(ids.map((one) => manager.get(`/returns/${one}`)));
    const said = copies.flatMap((copy) => copy.sign_offs.map((each) => each.statement));
    assert.ok(said.some((words) => words.includes("Sent by the program Centre records")));
  });

  test("does no more than its token was asked for", async () => {
    const credentials = { client_id: id, client_secret: secret };
    const narrow = await token({ ...credentials, scope: "deliveries:read" });
    assert.equal(narrow.scope, "deliveries:read");
    const answer = await reads(narrow.access_token);
    assert.equal(answer.status, 403);
    assert.match((await answer.json()).detail, /questions:read/);
    const both = await token({ ...credentials, scope: "answers:write submit" });
    assert.equal(both.error, "invalid_scope");
    const page = await fetch(`${origin}/home`, {
      redirect: "manual",
      headers: { cookie: `__Host-session=${narrow.access_token}` },
    });
    assert.equal(page.status, 303);
    assert.equal((await token({ client_id: id, client_secret: "ors_x" })).error, "invalid_client");
  });

  test("is renewed, and ended with its tokens", async () => {
    const old = secret;
    await go(lead, "/programs");
    await lead.page.click("text=Make a new secret");
    await lead.page.check('input[name=overlap][value="now"]');
    await lead.page.click('button:has-text("Make a new secret")');
    await lead.page.locator("#secret").waitFor();
    await shown();
    assert.equal((await token({ client_id: id, client_secret: old })).error, "invalid_client");
    const fresh = await token({ client_id: id, client_secret: secret, scope: "questions:read" });
    assert.equal((await reads(fresh.access_token)).status, 200);
    await go(lead, "/programs");
    await lead.page.click("text=End this program");
    await lead.page.click('button:has-text("End it")');
    await lead.page.locator(".note--green").waitFor();
    await goodEverywhere(lead, "programs/07-ended");
    assert.equal((await reads(fresh.access_token)).status, 401);
    assert.equal((await token({ client_id: id, client_secret: secret })).error, "invalid_client");
  });

  test("is nothing to another organisation", async () => {
    const other = await person(browser);
    await signIn(other, whoIs("moorland-ambulance", "lead"));
    await go(other, "/programs");
    assert.ok(!(await other.page.content()).includes("Centre records"));
    assert.ok(region.parties.length > 0);
  });
});
