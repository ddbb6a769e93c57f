// The demonstration is played as a newcomer plays it, and its figures are what the issue says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { foreignMarkers, markersByBoard } from "../../tools/demo/leaks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

function demo(...options) {
  const folder = mkdtempSync(join(tmpdir(), "onereturn-demo-"));
  const file = join(folder, "out.json");
  const run = spawnSync(
    join(root, "tools", "dev"),
    ["demo", "--once", "--json", file, ...options],
    {
      encoding: "utf8",
      env: { ...process.env, ONERETURN_PRESET: process.env.ONERETURN_TEST_PRESET ?? "dev" },
    },
  );
  try {
    return {
      status: run.status,
      said: run.stdout + run.stderr,
      facts: JSON.parse(readFileSync(file, "utf8")),
    };
  } catch {
    assert.fail(`no figures: ${run.stdout}\n${run.stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let played;
before(() => {
  played = demo();
});

const of = (kind) => played.facts.boards.find((board) => board.kind === kind);

test("ends well", () => {
  assert.equal(played.status, 0, played.said);
});

test("writes exactly the documented members", () => {
  const members = [
    "board",
    "template",
    "kind",
    "items",
    "boxes",
    "ratings",
    "grades",
    "set",
    "chosen",
    "unanswered",
    "no_point",
    "na",
    "residual",
    "local",
    "foreign_local",
    "actions",
    "delivered_ms",
    "sha256",
  ];
  assert.deepEqual(Object.keys(played.facts), ["questions", "boards"]);
  assert.deepEqual(Object.keys(played.facts.questions), ["separately", "once", "extras"]);
  assert.equal(played.facts.boards.length, 5);
  for (const board of played.facts.boards) {
    assert.deepEqual(Object.keys(board), members);
    assert.match(board.sha256, /^[0-9a-f]{64}$/);
    assert.ok(Number.isInteger(board.delivered_ms) && board.delivered_ms >= 0);
  }
});

test("asks once what five boards print separately", () => {
  const { separately, once, extras } = played.facts.questions;
  assert.equal(separately, 45 + 45 + 8 + 60 + 60);
  assert.ok(once + extras < separately / 2, `${once} and ${extras}`);
});

test("fills each form by its own structure", () => {
  const shapes = [
    ["narrative", 45, 45],
    ["composed", 45, 16],
    ["traffic-light", 8, 8],
    ["board-grade", 60, 60],
    ["self-grade", 60, 60],
  ];
  for (const [kind, items, boxes] of shapes) {
    assert.deepEqual([of(kind).items, of(kind).boxes], [items, boxes], kind);
  }
});

test("rates only where the agency rates", () => {
  for (const kind of ["narrative", "composed", "board-grade"]) {
    assert.equal(of(kind).ratings, 0, kind);
    assert.equal(
      of(kind).set + of(kind).chosen + of(kind).unanswered + of(kind).no_point + of(kind).na,
      0,
      kind,
    );
  }
  assert.equal(of("traffic-light").ratings, 8);
  assert.equal(of("self-grade").ratings, 60);
});

test("leaves every grade of a board to that board", () => {
  played.facts.boards.forEach((board) => assert.equal(board.grades, 0, board.board));
});

test("accounts for each rated box", () => {
  const rated = { "traffic-light": 8, "self-grade": 60 };
  for (const [kind, count] of Object.entries(rated)) {
    const { set, chosen, unanswered, no_point: noPoint, na } = of(kind);
    assert.equal(set + chosen + unanswered + noPoint + na, count, kind);
    assert.ok(chosen > 0 && set > 0, kind);
  }
});

test("says when a person chooses, and when nobody needs to any more", () => {
  assert.match(played.said, /choose -> set/);
  assert.match(played.said, /one of .*; chosen: /);
});

test("lets nothing local reach another board", () => {
  played.facts.boards.forEach((board) => assert.equal(board.foreign_local, 0, board.board));
});

test("goes red for a planted leak, at the day and time that it is given", () => {
  const leaking = demo("--plant-leak", "--at", "2027-04-06 09:25");
  assert.match(leaking.said, /Sent on 6 April 2027 at 09:2[5-9]\./);
  assert.match(played.said, /Sent on 16 March 2027 at 09:/);
  assert.equal(
    leaking.facts.boards.reduce((sum, board) => sum + board.foreign_local, 0),
    1,
  );
  assert.notEqual(leaking.status, 0);
});

test("refuses a day that there is not, or that is before the story", () => {
  for (const [at, words] of [
    ["2027-02-29", /there is no day 2027-02-29/],
    ["6 April", /there is no day 6/],
    ["2027-04-06 24:10", /there is no time 24:10/],
    ["2027-03-16 08:59", /begins on 2027-03-16 at 09:00/],
  ]) {
    const run = spawnSync(join(root, "tools", "dev"), ["demo", "--once", "--at", at], {
      encoding: "utf8",
    });
    assert.notEqual(run.status, 0, at);
    assert.match(run.stderr, words);
  }
});

test("finds the marker of another board and not its own", () => {
  const answers = {
    boards: [
      { board: "here", parts: [{ describes: "Ours. [local marker AA-1]" }] },
      { board: "there", parts: [{ describes: "Theirs. [local marker BB-1]" }] },
    ],
  };
  const byBoard = markersByBoard(answers);
  assert.deepEqual(foreignMarkers("Ours. [local marker AA-1]", "here", byBoard), []);
  assert.deepEqual(foreignMarkers("x [local marker BB-1]", "here", byBoard), [
    "[local marker BB-1]",
  ]);
});
