// Evidence: a file from somebody's computer to the board that may see it, and to no other. Refused
// in words when it is the wrong kind, names a child, or has something in it.

import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import {
  deliveries,
  ensureSent,
  eventually,
  force,
  origin,
  party,
  people,
  requestsOf,
  whoIs,
} from "./support/stack.mjs";

const planted = "onereturn-planted-for-the-virus-check";
// Whoever runs this twice in one service has other bytes, and so other files.
const mark = randomUUID();
const pdf = (words) => Buffer.from(`%PDF-1.4\n%${mark} ${words}\n%%EOF\n`);
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const title = `Supervision policy ${mark.slice(0, 8)}`;

const idIn = (who) => new URL(who.page.url()).pathname.split("/")[2];
const summary = (who) => who.page.locator(".govuk-error-summary");

async function choose(who, chosen, words = {}) {
  await go(who, "/evidence/add");
  await who.page.setInputFiles("#file", chosen);
  for (const [field, text] of Object.entries(words)) await who.page.fill(`#${field}`, text);
  await who.page.click("main form[data-upload] button");
}

const arrived = (who) => who.page.waitForURL(/\/evidence\/[0-9a-f-]{36}/);

async function checked(who, words) {
  await eventually(`the file is ${words}`, async () => {
    await who.page.reload();
    return (await who.page.locator(".pill-row").innerText()).includes(words);
  });
}

describe("evidence", () => {
  let browser, lead, piece, folder, large;

  before(async () => {
    browser = await openBrowser();
    lead = await person(browser);
    await signIn(lead, whoIs(force, "lead"));
    folder = mkdtempSync(join(tmpdir(), "onereturn-evidence-"));
    large = join(folder, "large.txt");
    writeFileSync(large, Buffer.alloc(26 * 1024 * 1024, "a"));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await browser?.close();
  });

  test("a file goes in, is checked, and comes out as it was", async () => {
    await go(lead, "/evidence/add");
    await goodEverywhere(lead, "evidence/add");
    await choose(lead, file("policy.pdf", pdf("policy")), { title, expires_on: "2027-05-01" });
    await arrived(lead);
    piece = idIn(lead);
    assert.equal(await heading(lead), title);
    await checked(lead, "Checked");
    await goodEverywhere(lead, "evidence/piece");
    const answer = await lead.context.request.get(`${origin}/evidence/${piece}/file`);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()["content-disposition"], /^attachment; filename="Supervision/);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    assert.deepEqual(await answer.body(), pdf("policy"));
  });

  test("the same file again is the same piece", async () => {
    await choose(lead, file("again.pdf", pdf("policy")), { title });
    await arrived(lead);
    assert.equal(idIn(lead), piece);
  });

  test("what runs out is on the list", async () => {
    await go(lead, "/evidence");
    const soon = lead.page.locator("section", { hasText: "Out of date, or soon" });
    assert.match(await soon.innerText(), new RegExp(title));
    await goodEverywhere(lead, "evidence/list");
  });

  test("a file that is not what its name says is refused, and nothing typed is lost", async () => {
    await choose(lead, file("photo.png", pdf("no photo")), {
      title: "A photo",
      kept_where: "Here",
    });
    await summary(lead).waitFor();
    assert.match(await summary(lead).innerText(), /something else/);
    assert.equal(await lead.page.inputValue("#title"), "A photo");
    assert.equal(await lead.page.inputValue("#kept_where"), "Here");
    await goodEverywhere(lead, "evidence/add-wrong", { status: 422 });
  });

  test("a name like a child's asks for a reason, and the file stays chosen", async () => {
    await choose(lead, file("Jamie_Samplen_12-03-2015.pdf", pdf("child")), { title: "" });
    await summary(lead).waitFor();
    assert.match(await summary(lead).innerText(), /looks like a child’s|looks like a child's/);
    await goodPage(lead, "evidence/add-child", { status: 422 });
    await lead.page.fill("#names_reason", "An invented name, from our training materials.");
    await lead.page.click("main form[data-upload] button");
    await arrived(lead);
    assert.match(await lead.page.locator("dl").first().innerText(), /training materials/);
    quiet(lead, "child", 422);
  });

  test("a file with something in it is refused by the virus check and removed", async () => {
    await choose(lead, file("notes.txt", Buffer.from(`${planted} ${mark}\n`)), { title: "Notes" });
    await arrived(lead);
    await checked(lead, "Refused by the virus check");
    await goodPage(lead, "evidence/piece-refused");
    const answer = await lead.context.request.get(`${origin}/evidence/${idIn(lead)}/file`);
    assert.equal(answer.status(), 404);
  });

  test("a file that is too large is refused before it is sent", async () => {
    await choose(lead, large, { title: "Large" });
    const words = lead.page.locator("[data-upload-words]");
    await words.filter({ hasText: "25 MB" }).waitFor();
    assert.equal(await lead.page.inputValue("#title"), "Large");
  });

  test("without JavaScript a file goes in too, and one that is too large gets words", async () => {
    const plain = await person(browser, { script: false });
    await signIn(plain, whoIs(force, "lead"));
    await choose(plain, file("plain.txt", Buffer.from(`Plain ${mark}\n`)), {
      title: "Plain words",
    });
    assert.equal(await heading(plain), "Plain words");
    await choose(plain, large, { title: "Large" });
    assert.match(await summary(plain).innerText(), /larger than 25 MB/);
    assert.equal(await plain.page.inputValue("#title"), "Large");
    await goodPage(plain, "evidence/add-large", { status: 422 });
    await plain.context.close();
  });

  test("a newer file is the next version, and the one before stays", async () => {
    await go(lead, `/evidence/${piece}`);
    await lead.page.click("summary:has-text('Send a newer file')");
    await lead.page.setInputFiles("#file", file("policy-2.pdf", pdf("second")));
    await lead.page.click("button:has-text('Send it')");
    await lead.page.locator(".note--green").waitFor();
    await checked(lead, "Checked");
    const first = await lead.context.request.get(`${origin}/evidence/${piece}/versions/1`);
    assert.deepEqual(await first.body(), pdf("policy"));
    const second = await lead.context.request.get(`${origin}/evidence/${piece}/file`);
    assert.deepEqual(await second.body(), pdf("second"));
  });

  test("who gets it is seen before it is saved", async () => {
    const { name } = party("eldervale").profile;
    await go(lead, `/evidence/${piece}`);
    await lead.page.click(`label:has-text("${name}")`);
    await lead.page.click("button:has-text('See who gets it')");
    const row = lead.page.locator("tbody tr", { hasText: name });
    assert.match(await row.innerText(), /Will get it/);
    await goodEverywhere(lead, "evidence/grant");
    await lead.page.click("button:has-text('Save')");
    await lead.page.locator(".note--green").waitFor();
    await go(lead, "/evidence/boards");
    const board = lead.page.locator("section", { hasText: name });
    assert.match(await board.innerText(), new RegExp(title));
    await goodPage(lead, "evidence/who-gets-what");
  });

  test("everything comes out as one zip with an index", async () => {
    const answer = await lead.context.request.get(`${origin}/evidence/portfolio.zip`);
    assert.equal(answer.status(), 200);
    const zip = (await answer.body()).toString("latin1");
    assert.ok(zip.startsWith("PK"));
    assert.ok(zip.includes("index.csv") && zip.includes(`evidence/${title}.pdf`));
    assert.ok(zip.includes(pdf("second").toString("latin1")), "the file itself, as it is");
    assert.ok(!zip.includes(planted));
  });

  test("a program puts a file by its digest, and repeating changes nothing", async () => {
    const client = people.withRole(force, "lead");
    const bytes = pdf("by a program");
    const digest = createHash("sha256").update(bytes).digest("hex");
    const put = async (name = digest) =>
      fetch(`${origin}/api/v1/evidence/files/${name}?name=log.pdf&title=Training%20log`, {
        method: "PUT",
        headers: { authorization: `Bearer ${client.token}` },
        body: bytes,
      });
    const first = await (await put()).json();
    assert.deepEqual(await (await put()).json(), first);
    assert.equal((await put("0".repeat(64))).status, 422);
  });

  describe("on the board's side", () => {
    let reader, other, base;

    before(async () => {
      await ensureSent();
      await send("eldervale", "harrowmere");
      reader = await person(browser);
      await signIn(reader, whoIs("eldervale", "manager"));
      other = await person(browser);
      await signIn(other, whoIs("harrowmere", "manager"));
      base = `/returns/${await returnOf("eldervale")}/evidence`;
    });

    test("the board that may see it downloads it, as it was checked", async () => {
      await eventually("the piece is there", async () => {
        // What is sent again is offered; the board works with it once it accepts.
        await go(reader, base.replace(/evidence$/, "supplement"));
        const accept = reader.page.locator('button:has-text("Accept version")');
        if ((await accept.count()) > 0) {
          await accept.click();
          await reader.page.locator(".note--green").waitFor();
        }
        await go(reader, base);
        return (await reader.page.locator("main").innerText()).includes(title);
      });
      await goodEverywhere(reader, "evidence/board");
      const section = reader.page.locator("section", { hasText: title });
      const href = await section.locator("a:has-text('Download')").getAttribute("href");
      const answer = await reader.context.request.get(`${origin}${href}`);
      assert.match(answer.headers()["content-disposition"], /^attachment/);
      assert.deepEqual(await answer.body(), pdf("second"));
      const foreign = await other.context.request.get(`${origin}${href}`);
      assert.equal(foreign.status(), 404);
    });

    test("no other board learns that it exists", async () => {
      await go(other, `/returns/${await returnOf("harrowmere")}/evidence`);
      assert.ok(!(await other.page.locator("main").innerText()).includes(title));
      quiet(other, "other board");
    });

    test("a board asks for what is available on request, and the agency answers", async () => {
      await go(reader, base);
      const asking = reader.page.locator("section:has(details)").first();
      const wanted = (await asking.locator("h2").innerText()).trim();
      await asking.locator("summary").click();
      await asking.locator("textarea").fill("For our visit in April.");
      await asking.locator("button").click();
      await reader.page.locator(".note--green").waitFor();
      await go(lead, "/evidence");
      await lead.page
        .locator("section", { hasText: "Boards ask to see" })
        .locator("a")
        .first()
        .click();
      assert.equal(await heading(lead), wanted);
      await goodEverywhere(lead, "evidence/asked");
      await lead.page.setInputFiles("#file", file("on-request.pdf", pdf("on request")));
      await lead.page.fill("#answer", "Here it is.");
      await lead.page.click("button:has-text('Answer')");
      await lead.page.locator(".note--green").waitFor();
      let href = null;
      await eventually("the board may open it", async () => {
        await go(reader, base);
        const link = reader.page.locator("dl a:has-text('Download')");
        href = (await link.count()) > 0 ? await link.first().getAttribute("href") : null;
        return href !== null;
      });
      const answer = await reader.context.request.get(`${origin}${href}`);
      assert.deepEqual(await answer.body(), pdf("on request"));
      await goodPage(reader, "evidence/board-answered");
      const foreign = await other.context.request.get(`${origin}${href}`);
      assert.equal(foreign.status(), 404);
    });
  });
});

async function returnOf(board) {
  const { name } = party(board).profile;
  return (await deliveries()).find((one) => one.board.name === name && one.return).return;
}

// Once more to these boards, so that they have what was granted since.
async function send(...boards) {
  const requests = await requestsOf(force);
  const before = (await deliveries()).length;
  const authoriser = people.withRole(force, "authoriser");
  await authoriser.post(
    "/submissions",
    {
      requests: boards.map((board) => requests.get(board)),
      name: authoriser.name,
      position: authoriser.position,
      statement: "I have read this return, and it is a fair account of this force.",
    },
    { "idempotency-key": randomUUID() },
  );
  await eventually("the copies are delivered", async () => {
    const all = await deliveries();
    return all.length >= before && all.every((one) => one.return);
  });
}
