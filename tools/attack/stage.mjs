// The stage of the matrix: everybody in the region, something of every kind in several rooms, and
// one return sent to every board. What is there already stays as it is.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { everybody, partyIn, withRole } from "./people.mjs";
import {
  Markers,
  arrived,
  must,
  plantAgency,
  plantBoard,
  plantEvidence,
  plantWork,
  sendForm,
  sendOwnForm,
  tokenOf,
} from "./plant.mjs";
import { linkTo, linksIn, mailsIn, mergedRoom, proposeMerge } from "./rooms.mjs";
import { formsIn, filled } from "./html.mjs";
import { multipart } from "./requests.mjs";
import { Visitor } from "./web.mjs";
import { plantYear } from "./year.mjs";

const run = promisify(execFile);
const play = fileURLToPath(new URL("../demo/play.mjs", import.meta.url));
export const force = "thornmere-police";
const question = { kind: "question", code: "C2.8" };

export async function setStage({ region, web, admin, mailbox, password, say = () => {} }) {
  const visitors = await everybody(region, web, admin);
  const names = new Map(region.parties.map((one) => [one.code, one.profile.name]));
  for (const visitor of visitors) visitor.names = names;
  const stage = { region, web, admin, mailbox, password, visitors, markers: new Markers() };
  stage.role = (party, role, unit) => withRole(visitors, party, role, unit);
  stage.boards = region.parties.filter((one) => one.kind === "board").map((one) => one.code);
  say("Agencies write, invite and let programs in");
  await plantInAgencies(stage);
  await plantInCentres(stage);
  say("Boards keep their registers and people");
  for (const code of stage.boards.slice(0, 3))
    await plantBoard(stage.role(code, "manager"), stage.markers);
  say("One return goes to five boards, and two more to one board each");
  await sendReturns(stage);
  await askForEvidence(stage);
  await giveEvidence(stage, force);
  say("Boards go through their working year");
  await plantYear(stage);
  say("Two rooms become one, others propose it, and mails bring secrets");
  const { visitors: all } = stage;
  all.splice(-1, 0, await mergedRoom(stage));
  await proposeMerge(stage.role("moorland-ambulance", "lead"), stage.role("fenwick-lane", "lead"));
  await proposeMerge(stage.role(force, "lead"), stage.role("thistle-row", "lead"));
  await askForSecrets(stage);
  return stage;
}

async function plantInAgencies(stage) {
  const { markers, web, visitors } = stage;
  stage.programs = [];
  stage.files = new Map();
  const offered = { [force]: ["westmarch", "kingsreach"], "moorland-ambulance": ["westmarch"] };
  for (const code of [force, "moorland-ambulance", "thistle-row"]) {
    const lead = stage.role(code, "lead");
    const program = await plantAgency(lead, stage.role(code, "authoriser"), markers);
    stage.programs.push({ party: code, ...program });
    const token = await tokenOf(web, program);
    const about = { name: `A program of ${lead.names.get(code)}`, kind: "agency", party: code };
    const asProgram = { ...about, role: "contributor", token, program: true };
    visitors.push(await new Visitor(web, asProgram).prepare());
    stage.files.set(code, await plantEvidence(lead, markers, offered[code] ?? ["eldervale"]));
    const own = code === "thistle-row" ? await sectionOf(lead) : question;
    await plantWork(lead, markers, own);
  }
}

// A place in the form of the one board that asks.
async function sectionOf(visitor) {
  const { requests } = await must(visitor, "GET", "/requests");
  const { sections } = await must(visitor, "GET", `/requests/${requests[0].request}/form`);
  return { kind: "section", code: sections[0].section };
}

async function plantInCentres(stage) {
  const writers = stage.visitors.filter((one) => one.party === "fenwick-lane" && one.unit);
  for (const writer of writers) {
    await plantWork(writer, stage.markers, await sectionOf(writer));
  }
  await plantEvidence(stage.role("fenwick-lane", "lead"), stage.markers);
}

async function sendReturns(stage) {
  const authoriser = stage.role(force, "authoriser");
  const { deliveries } = await must(authoriser, "GET", "/deliveries");
  if (deliveries.length === 0) await run(process.execPath, [play], { maxBuffer: 1 << 26 });
  await arrived(authoriser);
  await saveForOneBoard(stage);
  await sendOne(stage, "fenwick-lane", "hollin-park-centre", "westmarch");
  await sendOne(stage, "thistle-row", null, "eldervale");
}

// What one board alone asks, written anew twice after it was sent: nobody has that yet.
async function saveForOneBoard(stage) {
  const lead = stage.role(force, "lead");
  const { extras } = await must(lead, "GET", "/return");
  for (const { request, extras: asked } of extras) {
    const one = asked.find((each) => ["whole", "local_part"].includes(each.kind));
    if (!one) continue;
    const word = stage.markers.add(force, "words for one board, not sent yet");
    const path = `/requests/${request}/answers/${one.key}`;
    const { version } = await must(lead, "PUT", path, {
      version: one.version,
      describes: `Soon. ${word}`,
    });
    await must(lead, "PUT", path, { version, describes: `Soon, as agreed. ${word}` });
    return;
  }
}

async function sendOne(stage, party, unitCode, board) {
  const writer = unitCode ? stage.role(party, "contributor", unitCode) : stage.role(party, "lead");
  const authoriser = stage.role(party, "authoriser");
  const { unit, requests } = await must(writer, "GET", "/requests");
  const name = partyIn(stage.region, board).profile.name;
  const { request } = requests.find((one) => one.board.name === name);
  const { markers } = stage;
  await sendOwnForm({ writer, authoriser, markers, unit, request, board });
}

// Boards read what they were sent, acknowledge one, and ask for a piece of evidence.
async function askForEvidence(stage) {
  for (const board of ["westmarch", "kingsreach", "eldervale"]) {
    const manager = stage.role(board, "manager");
    const { returns } = await must(manager, "GET", "/returns");
    for (const { return: id } of returns.filter((one) => one.return)) {
      const list = await manager.ask("GET", `/returns/${id}/evidence`);
      const numbers = [...list.text.matchAll(/action="\/returns\/[^/]+\/evidence\/(\d+)\/ask"/g)];
      const page = `/returns/${id}/evidence`;
      for (const [, number] of numbers.slice(0, 1)) {
        const reason = stage.markers.add(board, "why a board asks for evidence", {
          seenBy: stage.region.parties
            .filter((one) => one.kind === "agency")
            .map((one) => one.code),
        });
        await sendForm(manager, page, `${page}/${number}/ask`, { words: `We ask. ${reason}` });
      }
    }
    await must(
      manager,
      "POST",
      `/returns/${returns.find((one) => one.return).return}/acknowledge`,
      {},
    );
  }
}

// The agency gives one of the pieces that it was asked for.
export async function giveEvidence(stage, party) {
  const lead = stage.role(party, "lead");
  const home = await lead.ask("GET", "/evidence");
  const [, path] = /href="(\/evidence\/asked\/[0-9a-f-]{36})"/.exec(home.text) ?? [];
  if (!path) return;
  const page = await lead.ask("GET", path);
  const form = formsIn(page.text, path).find((one) => one.action === path);
  const pairs = [...filled(form).filter(([name]) => name !== "csrf"), ["csrf", lead.csrf]];
  const sent = await lead.ask("POST", path, multipart(pairs));
  if (sent.status !== 303) throw new Error(`${path}: ${sent.status} ${sent.text.slice(-400)}`);
}

// Mails with links that are secrets: to sign in, for a password, for another address.
async function askForSecrets(stage) {
  const { mailbox, visitors } = stage;
  const nobody = visitors.find((one) => one.kind === "nobody");
  const since = (await mailsIn(mailbox)).at(-1)?.no ?? 0;
  const leads = [force, "moorland-ambulance"].map((code) => stage.role(code, "lead"));
  for (const { email } of leads) {
    await sendForm(nobody, "/sign-in", "/sign-in", { email, password: "" });
    await sendForm(nobody, "/password/forgotten", "/password/forgotten", { email });
    await linkTo(mailbox, email, "/sign-in/link/", since);
    await linkTo(mailbox, email, "/password/new/", since);
  }
  const joined = visitors.find((one) => one.party === "alder-house");
  const another = `other.${Date.now()}@another.example`;
  const { password } = stage;
  await sendForm(leads[0], "/account/email", "/account/email", { email: another, password });
  await linkTo(mailbox, another, "/account/email/", since);
  await sendForm(joined, "/account/email", "/account/email", { email: `una.${another}` });
  await linkTo(mailbox, joined.email, "/account/email/agree/", since);
  stage.mails = await mailsIn(mailbox);
  stage.doors = [
    ...new Set(stage.mails.flatMap(linksIn)),
    ...stage.programs.map(({ address }) => `/calendar/${address}`),
  ];
}
