// Plays the main job through the service's own API: one police force, five boards, one return.
// node play.mjs [--json FILE] [--plant-leak]
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { sleep } from "./api.mjs";
import { Filling } from "./answers.mjs";
import { foreignMarkers, markersByBoard } from "./leaks.mjs";
import { People, readJson } from "./people.mjs";
import { asJson, differences, table } from "./report.mjs";
import { Stored } from "./stored.mjs";

const environment = process.env;
const region = readJson(environment.ONERETURN_REGION);
const beside = (file) => join(dirname(environment.ONERETURN_REGION), file);
const played = region.answers.find((one) => one.how === "played");
const answers = readJson(beside(played.file));
const expected = readJson(beside(played.file.replace("answers-", "expected-")));
const people = new People(region, {
  url: environment.ONERETURN_URL,
  admin: environment.ONERETURN_ADMIN,
});
const stored = new Stored({
  sockets: environment.ONERETURN_PG,
  database: /dbname=(\S+)/.exec(environment.ONERETURN_DATABASE)[1],
});
const options = process.argv.slice(2);
const jsonFile = options.includes("--json") ? options[options.indexOf("--json") + 1] : null;

const say = (text) => console.log(text);
const codeOf = (name) => region.parties.find((party) => party.profile.name === name).code;

async function answerEverything(filling, lead) {
  const moved = expected.moves[0].requirement;
  say(`${lead.name} and colleagues of ${people.partyName(answers.agency)} answer.`);
  say(`  ${await filling.common([moved])} questions answered once`);
  say(`  ${await filling.forBoards()} answers that only one board asks for or sees`);
  say(
    `  ${await filling.evidence()} pieces of evidence, each granted to the boards that may open it`,
  );
  say(`  ${await filling.commitments()} commitments`);
  await showMove(filling, lead, moved);
}

// A box that nobody needs to choose for once the parts of an answer are stated.
async function showMove(filling, lead, requirement) {
  const before = await boxesOf(filling, lead, expected.moves);
  await filling.answer(answers.answers.find((one) => one.requirement === requirement));
  const after = await boxesOf(filling, lead, expected.moves);
  say(`\nWith the parts of ${requirement} stated, these boxes are no longer open:`);
  for (const move of expected.moves) {
    const key = `${move.board}/${move.box_no}`;
    say(
      `  ${people.partyName(move.board)} ${move.box_no}: ` +
        `${before.get(key).state} -> ${after.get(key).state}`,
    );
    if (before.get(key).state !== move.before.state || after.get(key).state !== move.after.state) {
      throw new Error(`${key} should go from ${move.before.state} to ${move.after.state}`);
    }
  }
}

async function boxesOf(filling, lead, places) {
  const found = new Map();
  for (const board of new Set(places.map((one) => one.board))) {
    const copy = await lead.get(`/requests/${filling.requestOf.get(board)}/copy`);
    copy.boxes.forEach((box) => found.set(`${board}/${box.box_no}`, box));
  }
  return found;
}

// Where the answers leave more than one point, a person chooses; nothing is preselected.
async function choose(filling, lead) {
  const { extras } = await lead.get("/return");
  say(`\n${lead.name} chooses where the answers leave more than one point:`);
  for (const { request, board, extras: asked } of extras) {
    const choices = filling.choicesInFile(codeOf(board.name));
    for (const open of asked.filter((one) => one.kind === "choice")) {
      const choice = choices.find((one) => one.box_no === open.key);
      if (!choice) {
        throw new Error(`${board.name} ${open.key} is open and nobody has chosen`);
      }
      const path = `/requests/${request}/boxes/choice/${encodeURIComponent(open.key)}`;
      await lead.put(path, { version: open.version, point: choice.point });
      const labels = open.points.map((point) => point.label).join(", ");
      const chosen = open.points.find((point) => point.code === choice.point);
      say(
        `  ${board.name} ${open.place}: one of ${labels}; chosen: ${chosen?.label ?? choice.point}`,
      );
    }
  }
}

async function previewAndCheck(filling, lead) {
  for (const request of filling.requestOf.values()) {
    await lead.get(`/requests/${request}/copy`);
  }
  const { boards } = await lead.get("/check");
  for (const check of boards) {
    for (const error of check.errors) {
      throw new Error(`not ready: ${JSON.stringify(error)}`);
    }
    for (const query of check.queries) {
      const text = "Looked at before sending; it is meant as it stands.";
      await lead.put(`/requests/${check.request}/explanations`, { key: query.key, text });
    }
  }
  say(`\nEvery copy was previewed and checked: ${boards.length} are ready.`);
}

async function submit(filling) {
  const authoriser = people.withRole(answers.agency, "authoriser");
  const body = {
    requests: [...filling.requestOf.values()],
    name: authoriser.name,
    position: authoriser.position,
    statement: "I have read this return, and it is a fair account of this force.",
  };
  const key = { "idempotency-key": randomUUID() };
  const submitted = await authoriser.post("/submissions", body, key);
  const at = performance.now();
  const again = await authoriser.post("/submissions", body, key);
  if (again.submission !== submitted.submission) {
    throw new Error("the same key made a second submission");
  }
  say(
    `${authoriser.name}, ${authoriser.position}, authorises and sends it; ` +
      "sent twice with one key it is one.",
  );
  return { submission: submitted.submission, at, authoriser };
}

// "6 April 2027 at 09:25", as a council would write it.
function londonTime(instant) {
  const [day, time] = ["dateStyle", "timeStyle"].map((style) =>
    new Intl.DateTimeFormat("en-GB", {
      [style]: style === "dateStyle" ? "long" : "short",
      timeZone: "Europe/London",
    }).format(new Date(instant)),
  );
  return `${day} at ${time}`;
}

// Milliseconds from the submission's answer until each board has its copy, as the agency sees it.
async function waitForDeliveries({ submission, at, authoriser }) {
  const arrived = new Map();
  while (arrived.size < answers.boards.length) {
    const { deliveries } = await authoriser.get("/deliveries");
    for (const one of deliveries.filter((each) => each.submission === submission)) {
      if (one.state === "parked") {
        throw new Error(`the copy for ${one.board.name} is parked`);
      }
      if (one.state !== "on_its_way" && !arrived.has(one.board.name)) {
        arrived.set(one.board.name, { ...one, delivered_ms: Math.round(performance.now() - at) });
      }
    }
    if (performance.now() - at > 60000) {
      throw new Error(`only ${arrived.size} copies arrived within a minute`);
    }
    await sleep(10);
  }
  const [{ submitted_at: when }] = arrived.values();
  say(`Sent on ${londonTime(when)}.`);
  return arrived;
}

// Everything that the board can read of the return, through its own eyes.
async function readAsBoard(board, delivery) {
  const manager = people.withRole(board, "manager");
  const list = await manager.get("/returns");
  const copy = await manager.get(`/returns/${delivery.return}`);
  const receipt = await manager.post(`/returns/${delivery.return}/acknowledge`, {});
  const after = await manager.get(`/returns/${delivery.return}`);
  return { manager, read: JSON.stringify([list, copy, receipt, after]), copy };
}

async function factsOf(board, delivery, byBoard) {
  const { read, manager } = await readAsBoard(board, delivery);
  say(`  ${manager.name} of ${people.partyName(board)} reads and acknowledges it`);
  const facts = stored.facts(delivery.board.id, await agencyId());
  if (facts.sha256 !== delivery.hash) {
    throw new Error(`${board}: the agency sees another hash than the board holds`);
  }
  const everything = read + stored.everythingOf(delivery.board.id);
  if (![...byBoard.get(board)].some((own) => everything.includes(own))) {
    throw new Error(`${board}: not even its own local texts were found; the search is blind`);
  }
  const leaks = foreignMarkers(everything, board, byBoard);
  leaks.forEach((one) => say(`  LEAK: ${board} holds ${one}`));
  return {
    ...facts,
    board: people.partyName(board),
    delivered_ms: delivery.delivered_ms,
    foreign_local: leaks.length,
  };
}

// The operator's program renders every copy again from what was frozen and compares it, hash too.
function verifyAgain({ authoriser }) {
  const words = execFileSync(environment.ONERETURN_ADMIN, ["verify", "delivery"], {
    encoding: "utf8",
    input: `${authoriser.token}\n`,
  });
  say(`\nRendered again from what was frozen:\n${words.trimEnd().replace(/^/gm, "  ")}`);
}

let ownId = null;
async function agencyId() {
  ownId ??= (await people.withRole(answers.agency, "lead").get("/me")).acting_as.party.id;
  return ownId;
}

async function play() {
  const lead = people.withRole(answers.agency, "lead");
  const { requests } = await lead.get("/requests");
  const filling = new Filling(answers, people, requests);
  await answerEverything(filling, lead);
  await choose(filling, lead);
  await previewAndCheck(filling, lead);
  const { effort } = await lead.get("/requests");
  const questions = { separately: effort.separately, once: effort.once, extras: effort.extras };
  const submitted = await submit(filling);
  const arrived = await waitForDeliveries(submitted);
  verifyAgain(submitted);
  plantLeakIfAsked(arrived);
  say("\nThe five boards:");
  const byBoard = markersByBoard(answers);
  const boards = [];
  for (const { board } of answers.boards) {
    boards.push(await factsOf(board, arrived.get(people.partyName(board)), byBoard));
  }
  return { questions, boards };
}

function plantLeakIfAsked(arrived) {
  if (options.includes("--plant-leak")) {
    const [from, to] = answers.boards;
    const [marker] = markersByBoard(answers).get(from.board);
    stored.plantLeak(arrived.get(people.partyName(to.board)).board.id, `Planted. ${marker}`);
  }
}

const { questions, boards } = await play();
if (jsonFile) {
  writeFileSync(jsonFile, asJson(questions, boards));
}
say(`\n${table(boards)}\n`);
say(
  `Asked one by one these boards put ${questions.separately} questions. ` +
    `The force answered ${questions.once} once, and ${questions.extras} that only one board asks.`,
);
const wrong = differences(questions, boards, expected, (board) => codeOf(board.board));
for (const key of ["empty", "details_empty", "action_missing"]) {
  boards
    .filter((one) => one[key] > 0)
    .forEach((one) => wrong.push(`${one.board} ${key}: ${one[key]}`));
}
wrong.forEach((one) => console.error(`WRONG  ${one}`));
process.exit(wrong.length > 0 ? 1 : 0);
