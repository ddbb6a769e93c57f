// Rooms that exist for the attack alone: two of one invented organisation, which two boards invite
// and ask, and which become one, so that there is an answer that both had.
import { randomUUID } from "node:crypto";
import { eventually, must, sendForm } from "./plant.mjs";
import { Visitor } from "./web.mjs";

const pathIn = (mail) => /https:\/\/[^/\s]+(\/\S+)/.exec(mail.text)[1];
export const linksIn = (mail) =>
  [...mail.text.matchAll(/https:\/\/[^/\s]+(\/\S+)/g)].map(([, path]) => path);

export async function mailsIn(mailbox) {
  return (await fetch(`${mailbox}/mails`)).json();
}

export const linkTo = (mailbox, email, part, since = 0) =>
  eventually(`a mail to ${email}`, async () => {
    const mails = (await mailsIn(mailbox)).filter(
      (one) => one.no > since && one.to.includes(email),
    );
    return mails.map(pathIn).find((path) => path.startsWith(part));
  });

// The board adds the organisation to its register, and asks it for the whole form.
async function inviteAndAsk(stage, board, { name, email }) {
  const manager = stage.role(board, "manager");
  const since = (await mailsIn(stage.mailbox)).at(-1)?.no ?? 0;
  await sendForm(manager, "/register/add", "/register", {
    name,
    type: "school",
    contact_name: "Wren Hollis",
    contact_position: "Head",
    contact_email: email,
  });
  const page = await manager.ask("GET", "/register");
  const entries = [...page.text.matchAll(/href="(\/register\/[0-9a-f-]{36})"[^>]*>([^<]*)</g)];
  const [, entry] = entries.find(([, , text]) => text.includes(name));
  const form = `${board}-s11`;
  const ask = `${entry}/ask?form=${form}&period=2027&how=once&start_month=4&start_year=2027`;
  await sendForm(manager, ask, `${entry}/ask`, { due_day: "28", due_month: "5", due_year: "2027" });
  return linkTo(stage.mailbox, email, "/join/", since);
}

// Somebody new opens a room by the first board's link and joins the second board with it.
async function openRoom(stage, { party, boards, name, email }) {
  const nobody = stage.visitors.find((one) => one.kind === "nobody");
  const [first, second] = boards;
  const link = await inviteAndAsk(stage, first, { name, email });
  const page = await nobody.ask("GET", link);
  if (page.status !== 200) throw new Error(`${link}: ${page.status}`);
  const typed = [
    ["person_name", `Una of ${name}`],
    ["position", "Head teacher"],
    ["room_name", name],
    ["signs", "yes"],
  ];
  const answer = await nobody.ask("POST", `${link}/room`, { form: typed });
  const cookies = answer.headers.filter(([header]) => header === "set-cookie").map(([, v]) => v);
  const token = cookies.map((one) => /^__Host-session=([\w-]{43})/.exec(one)?.[1]).find(Boolean);
  if (!token) throw new Error(`no room was opened: ${answer.status}`);
  const about = { name: `Una of ${name}`, kind: "agency", party, role: "lead", token, email };
  const lead = await new Visitor(stage.web, about).prepare();
  lead.names = nobody.names;
  const other = await inviteAndAsk(stage, second, { name, email });
  await sendForm(lead, other, `${other}/connect`);
  return eventually("the boards' requests are here", async () => {
    const { requests } = await must(lead, "GET", "/requests");
    return requests.length === 2 && lead;
  });
}

async function answer(lead, words) {
  for (const code of ["C2.8", "C4.1"]) {
    const body = { version: 0, level: 2, describes: words, knows: "A sample." };
    await must(lead, "PUT", `/answers/${code}`, body);
  }
}

// Two rooms with an answer each to the same question become one. Answers with whoever leads it.
export async function mergedRoom(stage) {
  const { markers } = stage;
  const rooms = [];
  for (const [at, name] of ["Alder", "Birch"].entries()) {
    const party = "alder-house";
    const word = markers.add(party, "an answer that two rooms had");
    const number = randomUUID().slice(0, 8);
    const email = `una.${number}@joined.example`;
    const boards = ["westmarch", "eldervale"];
    const room = { party, boards, name: `${name} House ${number}`, email };
    rooms.push(await openRoom(stage, room));
    await answer(rooms[at], `We do. ${word}`);
  }
  const [goes, stays] = rooms;
  await proposeMerge(goes, stays);
  for (const lead of [goes, stays]) {
    const page = await lead.ask("GET", "/merge");
    const action = /action="(\/merge\/[0-9a-f-]{36}\/agree)"/.exec(page.text)[1];
    await sendForm(lead, "/merge", action);
  }
  return stays;
}

// One makes a code, the other types it: both see what would happen, and nothing has.
export async function proposeMerge(one, other) {
  const page = await one.ask("GET", "/merge");
  if (/action="\/merge\/[0-9a-f-]{36}\//.test(page.text)) return;
  const shown = await sendForm(one, "/merge", "/merge/code");
  const [code] = /([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}/.exec(shown.text);
  await sendForm(other, "/merge", "/merge/propose", { code, stays: "this" });
}
