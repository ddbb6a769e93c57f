// A return on paper says what its page says, in the form of each board and in every format. Read
// back with programs that did not make them.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openBrowser, person, signIn } from "./support/browser.mjs";
import { askFor, patience, returnOnScreen, saysOnPaper } from "./support/return_on_paper.mjs";
import { boardsOfForce, ensureSent, party, whoIs } from "./support/stack.mjs";

const sender = party("thornmere-police").profile.name;

describe("a return on paper says what its page says", () => {
  let browser, folder;
  const managers = new Map();
  const sent = new Map();

  before(async () => {
    await ensureSent();
    folder = mkdtempSync(join(tmpdir(), "papers-"));
    browser = await openBrowser();
    for (const { code } of boardsOfForce) {
      const manager = await person(browser, { script: false });
      managers.set(code, manager);
      await signIn(manager, whoIs(code, "manager"));
      sent.set(code, await returnOnScreen(manager, sender));
      await askFor(manager, sent.get(code).path);
    }
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { code, profile } of boardsOfForce) {
    test(`${profile.name}`, { timeout: patience * 2 }, async () => {
      const manager = managers.get(code);
      await saysOnPaper(manager, sent.get(code), sender, folder, code);
      assert.deepEqual(manager.complaints, []);
    });
  }
});
