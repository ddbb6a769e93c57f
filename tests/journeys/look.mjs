// A board chooses how its papers look: a name, a colour that can be read, a logo that is a picture.
// Nothing that is not one is taken, whatever it is called, and nobody's typing is lost.

import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import { go, heading, openBrowser, person, signIn } from "./support/browser.mjs";
import { goodEverywhere, goodPage, quiet } from "./support/checks.mjs";
import { origin, whoIs } from "./support/stack.mjs";

const board = "westmarch";
const words = (who) => who.page.locator("main").innerText();
const keep = (who) => who.page.locator("main form button").click();

// A picture of one colour, as any program writes one.
function png(width, height) {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const sum = (bytes) => {
    let c = 0xffffffff;
    for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const part = (kind, data) => {
    const whole = Buffer.alloc(12 + data.length);
    whole.writeUInt32BE(data.length, 0);
    whole.write(kind, 4, "latin1");
    data.copy(whole, 8);
    whole.writeUInt32BE(sum(whole.subarray(4, 8 + data.length)), 8 + data.length);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x70)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    part("IHDR", head),
    part("IDAT", deflateSync(rows)),
    part("IEND", Buffer.alloc(0)),
  ]);
}

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

describe("how a board's papers look", () => {
  let browser, manager, plain, assistant;

  before(async () => {
    browser = await openBrowser();
    manager = await person(browser);
    plain = await person(browser, { script: false });
    assistant = await person(browser);
    await signIn(manager, whoIs(board, "manager"));
    await signIn(plain, whoIs(board, "manager"));
    await signIn(assistant, whoIs("harrowmere", "assistant"));
  });
  after(() => browser?.close());

  test("is reached from what can be set up", async () => {
    await go(manager, "/set-up");
    await manager.page.click("main >> text=How papers look");
    assert.equal(await heading(manager), "How papers look");
    assert.match(await words(manager), /Contrast on white: \d+\.\d to 1/);
    await goodEverywhere(manager, "look/01-begin");
  });

  test("a colour that cannot be read is refused with the shade that can", async () => {
    await go(plain, "/board/look");
    await plain.page.fill("#name", "Westmarch Partnership");
    await plain.page.fill("#colour", "#ffd700");
    await keep(plain);
    const shade = /The nearest shade that can be read:\s+(#[0-9a-f]{6})/.exec(await words(plain));
    assert.ok(shade, "a darker shade is said");
    assert.equal(await plain.page.inputValue("#name"), "Westmarch Partnership");
    await goodPage(plain, "look/02-too-pale", { status: 422 });
    await plain.page.fill("#colour", shade[1]);
    await keep(plain);
    assert.match(await words(plain), /Kept\. Papers that are made from now on/);
    assert.match(await words(plain), /Westmarch Partnership/);
  });

  test("only a picture is taken, by its bytes", async () => {
    for (const [name, bytes] of [
      ["logo.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
      ["logo.jpg", png(20, 10)],
      ["logo.png", png(20, 10).subarray(0, 60)],
      ["logo.svg", Buffer.from("<svg/>")],
      ["logo.png", Buffer.alloc(0)],
    ]) {
      await go(plain, "/board/look");
      await plain.page.fill("#name", "Typed beside it");
      await plain.page.setInputFiles("#logo", file(name, bytes));
      await keep(plain);
      assert.match(await words(plain), /Choose a PNG or JPEG picture/, name);
      assert.equal(await plain.page.inputValue("#name"), "Typed beside it", "typing stays");
    }
    await goodPage(plain, "look/03-no-picture", { status: 422 });
    await plain.page.setInputFiles("#logo", file("logo.png", Buffer.alloc(500_001, 1)));
    await keep(plain);
    assert.match(await words(plain), /Use a picture of 500 KB or less/);
    quiet(plain, "too large", 422);
    await go(plain, "/board/look");
    assert.match(await words(plain), /Westmarch Partnership/, "nothing of it was kept");
    assert.equal(await plain.page.locator("main img").count(), 0);
  });

  test("a logo is shown as it is kept, and taken off again", async () => {
    await go(manager, "/board/look");
    await manager.page.setInputFiles("#logo", file("crest.png", png(240, 80)));
    await keep(manager);
    const shown = manager.page.locator("main .or-paper img");
    assert.equal(await shown.evaluate((e) => e.naturalWidth), 240);
    const answer = await manager.context.request.get(`${origin}${await shown.getAttribute("src")}`);
    assert.equal(answer.headers()["content-type"], "image/png");
    assert.equal(answer.headers()["x-content-type-options"], "nosniff");
    await goodEverywhere(manager, "look/04-logo");
    await manager.page.locator("label[for=remove]").click();
    await keep(manager);
    assert.equal(await manager.page.locator("main img").count(), 0);
  });

  test("who was overtaken reads what the other kept, and loses nothing", async () => {
    await go(manager, "/board/look");
    await go(plain, "/board/look");
    await manager.page.fill("#name", "Kept first");
    await keep(manager);
    await plain.page.fill("#name", "Typed second");
    await keep(plain);
    assert.match(await words(plain), /They kept the name “Kept first”/);
    assert.equal(await plain.page.inputValue("#name"), "Typed second");
    await goodPage(plain, "look/05-overtaken", { status: 409 });
    await keep(plain);
    assert.match(await words(plain), /Kept\. Papers[\s\S]*Typed second/);
    await plain.page.fill("#name", "");
    await plain.page.fill("#colour", "#0b4f5c");
    await keep(plain);
  });

  test("nobody else of a board changes it", async () => {
    assert.equal((await go(assistant, "/board/look")).status(), 403);
    assert.equal((await go(assistant, "/board/look/logo")).status(), 403);
  });
});
