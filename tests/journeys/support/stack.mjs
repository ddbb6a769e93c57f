// The running service that a journey is made in, as tools/dev test exports it, and its people.
// What a journey does not type by hand comes through the API, from the region's own answers.

import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { Filling } from "../../../tools/demo/answers.mjs";
import { markersByBoard } from "../../../tools/demo/leaks.mjs";
import { People, readJson } from "../../../tools/demo/people.mjs";

const { ONERETURN_URL, ONERETURN_ADMIN, ONERETURN_PASSWORD, ONERETURN_REGION } = process.env;
if (!ONERETURN_URL || !ONERETURN_ADMIN || !ONERETURN_PASSWORD || !ONERETURN_REGION) {
  throw new Error("no service to travel in: run tools/dev test journeys");
}

export const origin = ONERETURN_URL;
export const password = ONERETURN_PASSWORD;
export const region = readJson(ONERETURN_REGION);
export const people = new People(region, { url: origin, admin: ONERETURN_ADMIN });

export const force = "thornmere-police";
const file = region.answers.find((one) => one.agency === force).file;
export const answers = readJson(join(dirname(ONERETURN_REGION), file));
export const markers = markersByBoard(answers);
export const boardsOfForce = answers.boards.map(({ board }) => party(board));

export function party(code) {
  return region.parties.find((one) => one.code === code);
}

// Somebody of the region by code: { email, name, party, role } of the first or the named role.
export function somebody(code, partyCode) {
  const found = region.people.find((one) => one.code === code);
  const role = found.memberships.find((one) => !partyCode || one.party === partyCode);
  return { ...found, party: party(role.party).profile.name, role: role.role };
}

export function whoIs(partyCode, role) {
  const holds = (one) => one.party === partyCode && one.role === role;
  return somebody(region.people.find((one) => one.memberships.some(holds)).code, partyCode);
}

export async function requestsOf(agency) {
  const { requests } = await people.withRole(agency, "lead").get("/requests");
  return new Map(
    requests.map((one) => [
      region.parties.find((each) => each.profile.name === one.board.name).code,
      one.request,
    ]),
  );
}

// Everything of the file but what the journey writes with its own hands.
// `without` names a requirement, a commitment, or what one board asks ("eldervale/C2.10").
export async function fillForce(without = []) {
  const left = (list = [], nameOf) => list.filter((one) => !without.includes(nameOf(one)));
  const rest = {
    ...answers,
    answers: left(answers.answers, (one) => one.requirement),
    commitments: left(answers.commitments, (one) => one.id),
    boards: answers.boards.map((board) => ({
      ...board,
      whole: left(board.whole, (one) => `${board.board}/${one.requirement}`),
      parts: left(board.parts, (one) => `${board.board}/${one.requirement}`),
      residuals: left(board.residuals, (one) => `${board.board}/${one.item}`),
    })),
  };
  const lead = people.withRole(force, "lead");
  const { requests } = await lead.get("/requests");
  const filling = new Filling(rest, people, requests);
  await filling.common();
  await filling.forBoards();
  await filling.evidence();
  await filling.commitments();
  return filling;
}

export async function deliveries() {
  return (await people.withRole(force, "authoriser").get("/deliveries")).deliveries;
}

// Boards can only read what was sent: when the force's own journey has not sent it, the API does.
export async function ensureSent() {
  if ((await deliveries()).length === 0) {
    const filling = await fillForce();
    await chooseAll(filling);
    await submitAll(filling);
  }
  await eventually("every copy is delivered", async () => {
    const all = await deliveries();
    return all.length >= boardsOfForce.length && all.every((one) => one.return);
  });
}

async function chooseAll(filling) {
  const lead = people.withRole(force, "lead");
  const { extras } = await lead.get("/return");
  for (const { request, board, extras: asked } of extras) {
    const code = region.parties.find((one) => one.profile.name === board.name).code;
    const choices = filling.choicesInFile(code);
    for (const open of asked.filter((one) => one.kind === "choice")) {
      const chosen = choices.find((one) => one.box_no === open.key)?.point ?? open.points[0].code;
      const path = `/requests/${request}/boxes/choice/${encodeURIComponent(open.key)}`;
      await lead.put(path, { version: open.version, point: chosen });
    }
  }
}

async function submitAll(filling) {
  const authoriser = people.withRole(force, "authoriser");
  await authoriser.post(
    "/submissions",
    {
      requests: [...filling.requestOf.values()],
      name: authoriser.name,
      position: authoriser.position,
      statement: "I have read this return, and it is a fair account of this force.",
    },
    { "idempotency-key": randomUUID() },
  );
}

// Asks again until the answer is yes; fails with its words when it never is.
export async function eventually(what, ask, patience = 30000) {
  const end = Date.now() + patience;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
