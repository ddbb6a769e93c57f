// Writes something of every kind into the rooms of several parties, so that there is something to
// go after: each text carries a marker of its own, and each marker says who may come to read it.
import { createHash, randomUUID } from "node:crypto";
import { filled, formsIn } from "./html.mjs";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Markers are words that nothing else holds. `seenBy` are the parties that may ever read one, and
// `unit` the unit that keeps it from the people of others.
export class Markers {
  constructor() {
    this.list = [];
  }

  add(party, sort, { unit = null, seenBy = [] } = {}) {
    const word = `Mark${randomUUID().replaceAll("-", "").slice(0, 14)}`;
    this.list.push({ word, party, sort, unit, seenBy: new Set([party, ...seenBy]) });
    return word;
  }
}

export class Refused extends Error {}

const shown = (answer) => `${answer.status} ${answer.text.replace(/<[^>]*>/g, " ").slice(-600)}`;

// A request that must succeed: JSON in, JSON out.
export async function must(visitor, verb, path, body, options = {}) {
  const sent = body === undefined ? options : { json: body, ...options };
  const answer = await visitor.ask(verb, `/api/v1${path}`, sent);
  if (answer.status >= 300) {
    throw new Refused(`${visitor.name}: ${verb} ${path}: ${shown(answer)}`);
  }
  return answer.bytes.length === 0 ? null : JSON.parse(answer.bytes.toString("utf8"));
}

// Opens a page, fills the form for that action and sends it; answers the page that follows.
export async function sendForm(visitor, page, action, values = {}) {
  const answer = await visitor.ask("GET", page);
  const form = formsIn(answer.bytes.toString("utf8"), page).find(
    (one) => one.method === "POST" && one.action.split("?")[0] === action,
  );
  if (!form) throw new Refused(`${visitor.name}: ${page} has no form for ${action}`);
  const pairs = filled(form).filter(([name]) => !(name in values));
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) pairs.push([name, one]);
  }
  const sent = await visitor.ask("POST", form.action, { form: pairs });
  if (sent.status >= 400) throw new Refused(`${visitor.name}: POST ${action}: ${shown(sent)}`);
  return sent.location ? visitor.ask("GET", sent.location) : sent;
}

export async function eventually(what, look, patience = 60000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await sleep(100);
  }
}

// A file with a marker inside and another in its name, offered to boards; two versions of it.
// Answers with the bytes of the first.
export async function plantEvidence(visitor, markers, boards = [], unit = "") {
  const { party } = visitor;
  const granted = { seenBy: boards };
  const inside = markers.add(party, "inside a file of evidence", granted);
  const name = markers.add(party, "name of a file of evidence");
  const title = markers.add(party, "title of a piece of evidence", granted);
  const where = markers.add(party, "where evidence is kept", granted);
  const put = (path, text) =>
    must(visitor, "PUT", `${path}?name=${name}.pdf&title=${title}`, undefined, {
      raw: Buffer.from(text),
    });
  const text = `%PDF-1.4\n${inside}\n`;
  const digest = createHash("sha256").update(text).digest("hex");
  const { evidence } = await put(`/evidence/files/${digest}`, text);
  await put(`/evidence/${evidence}/file`, `${text}${inside} once more\n`);
  const words = { title: `Evidence ${title}`, kept_where: `In the office. ${where}` };
  const { requests } = await must(visitor, "GET", `/requests${unit}`);
  const offered = requests.map((one) => one.board);
  const ids = boards.map((code) => offered.find((one) => one.name === visitor.names.get(code)).id);
  await must(visitor, "PUT", `/evidence/${evidence}${unit}`, { ...words, boards: ids });
  return text;
}

// What colleagues say to each other, and what is to be done by whom.
export async function plantWork(visitor, markers, place, unit = "") {
  const { party, unit: own } = visitor;
  const note = markers.add(party, "a remark among colleagues", { unit: own });
  const task = markers.add(party, "a task given to a colleague", { unit: own });
  const { colleagues } = await must(visitor, "GET", `/tasks${unit}`);
  await must(visitor, "POST", `/notes${unit}`, { place, text: `Not for others. ${note}` });
  const { person } = colleagues.find((one) => one.name === visitor.name);
  await must(visitor, "PUT", `/assignments${unit}`, { place, person, note: `Please. ${task}` });
}

// People, programs and the calendar of an agency. Answers the program's id and secret.
export async function plantAgency(lead, authoriser, markers) {
  const { party } = lead;
  const colleague = markers.add(party, "name of somebody invited");
  await sendForm(lead, "/colleagues/invite", "/colleagues/invite", {
    name: `Robin ${colleague}`,
    email: `robin.${colleague.toLowerCase()}@invited.example`,
  });
  const calendar = await sendForm(lead, "/list", "/list/calendar");
  const program = markers.add(party, "name of a program");
  const scope = ["questions:read", "answers:write", "evidence:write", "submit", "deliveries:read"];
  const page = await sendForm(lead, "/programs", "/programs", { name: program, scope });
  const secret = /ors_[\w-]{43}/.exec(page.text)[0];
  const id = /id="client"[^>]*>([0-9a-f-]{36})</.exec(page.text)[1];
  await sendForm(authoriser, "/programs", `/programs/${id}/agree`, { position: "Chair" });
  const address = /\/calendar\/([\w.-]+)/.exec(calendar.text)?.[1];
  return { id, secret, scope: scope.join(" "), address };
}

export async function tokenOf(web, { id, secret, scope }) {
  const form = { grant_type: "client_credentials", client_id: id, client_secret: secret };
  // One that sends does nothing else.
  const wanted = { ...form, scope: scope.replace(" submit", "").replace(" answers:write", "") };
  const answer = await web.send({
    verb: "POST",
    path: "/oauth/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(wanted).toString(),
  });
  if (answer.status !== 200) throw new Refused(`no token for the program: ${answer.text}`);
  return JSON.parse(answer.text).access_token;
}

// The people of a board, and an organisation that it added by hand and invited.
export async function plantBoard(manager, markers) {
  const { party } = manager;
  const somebody = markers.add(party, "name of somebody invited to a board");
  await sendForm(manager, "/board/people/invite", "/board/people/invite", {
    name: `Jo ${somebody}`,
    email: `jo.${somebody.toLowerCase()}@invited.example`,
    role: "chair",
  });
  const entry = markers.add(party, "name in a board's register");
  const reference = markers.add(party, "a board's own reference");
  const email = `head.${entry.toLowerCase()}@joined.example`;
  await sendForm(manager, "/register/add", "/register", {
    name: `${entry} School`,
    type: "school",
    own_ref: reference.slice(0, 18),
    contact_name: "Wren Hollis",
    contact_position: "Head",
    contact_email: email,
  });
  return { entry, email };
}

// Fills every box of a form of one board and sends it, in the name of whoever signs.
export async function sendOwnForm({ writer, authoriser, markers, unit, request, board }) {
  const here = `?unit=${unit}`;
  const { sections } = await must(writer, "GET", `/requests/${request}/form${here}`);
  const all = sections.flatMap((one) => [...one.boxes, ...one.items.flatMap((item) => item.boxes)]);
  const word = markers.add(writer.party, "an answer sent to one board", {
    unit: writer.unit,
    seenBy: [board],
  });
  for (const box of all.filter((one) => one.filled_by !== "board")) {
    const path = `/requests/${request}/boxes/direct/${encodeURIComponent(box.box_no)}`;
    const words = { text: `We do this each term (${box.box_no}). ${word}` };
    const said = box.content === "rating" ? { point: "green" } : words;
    await must(writer, "PUT", path, { version: box.version, ...said });
  }
  const { boards } = await must(authoriser, "GET", `/check${here}`);
  const mine = boards.find((one) => one.request === request);
  for (const { key } of mine.queries) {
    await must(writer, "PUT", `/requests/${request}/explanations`, { key, text: "As written." });
  }
  const said = { name: authoriser.name, position: authoriser.position, statement: "It is fair." };
  const headers = { "idempotency-key": randomUUID() };
  const body = { requests: [request], unit, ...said };
  const { submission } = await must(authoriser, "POST", "/submissions", body, { headers });
  await arrived(authoriser, submission);
}

export async function arrived(authoriser, submission) {
  await eventually("the copy is delivered", async () => {
    const { deliveries } = await must(authoriser, "GET", "/deliveries");
    const mine = deliveries.filter((one) => !submission || one.submission === submission);
    return mine.length > 0 && mine.every((one) => one.return);
  });
}
