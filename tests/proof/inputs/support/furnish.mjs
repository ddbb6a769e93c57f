// Brings the region into a state in which every form is somewhere on a page: invitations under way,
// a room being joined, a merge proposed, a file asked for, links in mails. Answers where the pages
// begin that no other page links to, and who opens them.

import { linkIn, mailsSoFar, mailTo } from "../../../journeys/support/mailbox.mjs";
import { ensureSent, eventually } from "../../../journeys/support/stack.mjs";
import { send, url, urlencoded } from "./client.mjs";
import { filled } from "./harvest.mjs";
import { readPage } from "./pages.mjs";
import { Person, visitor } from "./people.mjs";
import { playYear } from "./year.mjs";

const text = "A text of this suite";
// Somebody who is asked for a code and has not set the app up yet.
const unset = "ada.lindqvist@westmarch-scb.example";

// Sends the first form of that page whose action fits, with those values; answers what came back.
export async function use(who, page, action, values = {}, how = {}) {
  const { text: html, status } = await who.get(page);
  const forms = (await readPage(html)).forms.filter(({ method }) => method === "POST");
  const form = forms.find((one) => action.test(one.action || page));
  if (!form) throw new Error(`${page} (${status}) has no form for ${action} as ${who.label}`);
  const pairs = filled(form, new Map(Object.entries(values)), how);
  const answer = form.enctype.startsWith("multipart")
    ? await upload(who, form.action || page, pairs)
    : await who.post(form.action || page, pairs, { csrf: false });
  if (answer.status >= 400) {
    const { heading, text: words } = await readPage(answer.text);
    throw new Error(`${page} ${action}: ${answer.status} ${heading} ${words.slice(0, 2000)}`);
  }
  return answer;
}

// A form with a file, or with none when `file` is left out: { name, bytes }.
export function upload(who, path, pairs, file, headers = {}) {
  const mark = "----inputs7MA4YWxkTrZu0gW";
  const part = (head, bytes) =>
    Buffer.concat([
      Buffer.from(`--${mark}\r\n${head}\r\n\r\n`),
      Buffer.from(bytes),
      Buffer.from("\r\n"),
    ]);
  const parts = pairs.map(([name, value]) =>
    part(`Content-Disposition: form-data; name="${name}"`, value),
  );
  if (file) {
    const name = Buffer.from(file.name).toString("utf8").replace(/"/g, "%22");
    const field = file.field ?? "file";
    const type = file.type ?? "application/octet-stream";
    parts.push(
      part(
        `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
          `Content-Type: ${type}`,
        file.bytes,
      ),
    );
  }
  const body = Buffer.concat([...parts, Buffer.from(`--${mark}--\r\n`)]);
  const all = {
    cookie: who.cookie,
    origin: url,
    accept: "text/html",
    "content-type": `multipart/form-data; boundary=${mark}`,
    ...headers,
  };
  // What is undefined must not be there.
  const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return send("POST", path, { headers: set, body });
}

function good(answer) {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

async function mailedTo(email, work) {
  const since = await mailsSoFar();
  await work();
  return linkIn(await mailTo(email, { since }));
}

async function shareOut(database, all) {
  const lead = all.get("lead");
  const question = "/questions/C1.1";
  await use(lead, question, /^\/remarks$/, { text });
  const [other] = await database.rows(`select person_id as id from identity.membership
    where party_id = '${lead.party_id}' and role = 'contributor'`);
  const place = { kind: "question", code: "C1.1" };
  good(await lead.api("PUT", "/assignments", { place, person: other.id, note: text }));
  for (const [code, level] of [
    ["C1.1", 3],
    ["C1.1", 2],
    ["C2.10", 2],
    ["C5.2", 2],
  ]) {
    const { text: now } = await lead.api("GET", `/answers/${code}`);
    const words = { describes: `${text}, level ${level}`, knows: "", level };
    const version = JSON.parse(now).version ?? 0;
    good(await lead.api("PUT", `/answers/${code}`, { ...words, version }));
  }
  const programs = "/programs";
  for (const name of ["Records", "Forms"]) {
    await use(lead, programs, /^\/programs$/, { name, scope: "submit" });
  }
  const authoriser = all.get("authoriser");
  await use(authoriser, programs, /agree$/, {}, { ticked: true });
  await use(lead, "/list", /calendar$/);
  await use(lead, "/merge", /code$/);
}

// A piece of evidence that a board wants to see, sites that have left, and a first text written for
// one board that others ask for too.
async function between(database, all) {
  const manager = all.get("manager");
  const [held] = await database.rows(`select return_id as id from tenant.return_evidence
    where tenant_id = '${manager.party_id}' limit 1`);
  await use(manager, `/returns/${held.id}/evidence`, /ask$/, { words: text });
  const trust = all.get("trust lead");
  for (const name of ["Harbour Room", "Mill Room"]) await use(trust, "/sites", /sites$/, { name });
  const [left] = await database.rows(`select unit_id as id from tenant.unit
    where tenant_id = '${trust.party_id}' and name = 'Mill Room'`);
  await use(trust, `/sites/${left.id}`, /leave$/);
  const made = await use(trust, "/merge", /code$/);
  const code = /id="code">([^<]+)</.exec(made.text)[1];
  await use(all.get("school lead"), "/merge", /propose$/, { code, stays: "this" });
}

// What was written for one board before others asked: suggestions for questions that have none.
function writtenBefore(database, lead) {
  return database.ask(`insert into tenant.board_box
      (tenant_id, unit_id, request_id, board_id, box_no, kind, text, saved_by)
    select q.agency_id, u.unit_id, q.request_id, q.tenant_id, b.box_no, 'direct', '${text}',
           '${lead.person_id}'
      from tenant.request q
      join tenant.unit u on u.tenant_id = q.agency_id
      join catalogue.box b on b.template_code = q.template_code and b.version = q.template_version
     where q.agency_id = '${lead.party_id}' and b.template_code = 'westmarch-s11'
       and b.content in ('describes', 'describes_then_knows', 'text') limit 30`);
}

// Earlier texts of what was written for one board.
async function histories(database, lead) {
  const { extras } = JSON.parse((await lead.api("GET", "/return")).text);
  const trail = [];
  for (const { request, extras: asked } of extras.slice(0, 1)) {
    const { key, version } = asked.find(({ kind }) => kind === "residual");
    const box = `/requests/${request}/boxes/residual/${encodeURIComponent(key)}`;
    for (const at of [0, 1])
      good(await lead.api("PUT", box, { version: version + at, text: `${text} ${at}` }));
    const whole = asked.find(({ kind }) => kind === "whole");
    const answer = `/requests/${request}/answers/${whole.key}`;
    for (const at of [0, 1]) {
      const words = {
        version: whole.version + at,
        level: 2,
        describes: `${text} ${at}`,
        knows: text,
      };
      good(await lead.api("PUT", answer, words));
    }
    trail.push(`/boards/${request}/boxes/residual/${encodeURIComponent(key)}/history`);
    trail.push(`/questions/${whole.key}/for/${request}/history`);
  }
  return trail;
}

// Pages of single boxes where there is something to choose.
async function boxes(all) {
  const { extras } = JSON.parse((await all.get("force lead").api("GET", "/return")).text);
  return extras.flatMap(({ request, extras: asked }) =>
    asked
      .filter(({ kind }) => kind === "choice")
      .slice(0, 2)
      .map(({ key }) => `/boards/${request}/copy?box=${encodeURIComponent(key)}`),
  );
}

async function invitations(all) {
  const lead = all.get("lead");
  const manager = all.get("manager");
  const colleague = { name: "Ilse Marrow", email: "ilse.marrow@moorland-ambulance.example" };
  const invited = await mailedTo(colleague.email, () =>
    use(lead, "/colleagues/invite", /invite$/, { ...colleague, role: "contributor" }),
  );
  const person = { name: "Nils Ardent", email: "nils.ardent@eldervale-scb.example" };
  await use(manager, "/board/people/invite", /invite$/, { ...person, role: "chair" });
  const head = "head@inputs-school.example";
  const entry = { name: "Alder Bank School", type: "school", contact_name: "Ude Marsh" };
  const join = await mailedTo(head, () =>
    use(manager, "/register/add", /^\/register$/, { ...entry, contact_email: head }),
  );
  await use(manager, "/register/add", /^\/register$/, { name: "Birch Row School", type: "school" });
  return { invited, join };
}

// An entry that has ended, a request that counts for nothing, an address that mail came back from.
async function endedAndLeftOut(database, all) {
  const { party_id: board } = all.get("manager");
  await database.ask(`update tenant.register_entry set to_on = from_on
    where tenant_id = '${board}' and name = 'Birch Row School'`);
  await database.ask(`update tenant.request set left_out = 'not_applicable' where request_id =
    (select request_id from tenant.request where tenant_id = '${board}' and state = 'open'
        and entry_id is not null order by request_id desc limit 1)`);
  await database.ask(`update tenant.contact set bounced_at = now(), bounce_reason = '${text}'
    where tenant_id = '${board}' and entry_id is not null and email <> '' and valid_to is null`);
}

// An action that is over, and one that somebody is asked about by mail.
async function followed(database, all) {
  const manager = all.get("manager");
  const [entry] = await database.rows(`select entry_id as id from tenant.register_entry
    where tenant_id = '${manager.party_id}' and name = 'Alder Bank School'`);
  const add = async () => {
    const day = { by_day: "30", by_month: "11", by_year: "2027" };
    const values = { entry: entry.id, what: text, ...day };
    const { headers } = await use(manager, "/actions/new", /^\/actions$/, values);
    return headers.location.replace(/\?.*/, "");
  };
  const over = await add();
  await use(manager, over, /close$/, { told: text });
  const open = await add();
  const link = await mailedTo("head@inputs-school.example", () => use(manager, open, /mail$/));
  return [over, open, link];
}

// A council sees all of a board, so that each of its pages has something on it.
async function seen(database, all) {
  const manager = all.get("manager");
  const looker = all.get("children's lead");
  const [{ number }] = await database.rows(
    `select tenancy.sight_number('${looker.party_id}') as number`,
  );
  const days = { until_day: "30", until_month: "11", until_year: "2027" };
  await use(manager, "/board/sight/new", /^\/board\/sight$/, { number, ...days }, { ticked: true });
  const board = `/sight/${manager.party_id}`;
  return [
    "/sight",
    board,
    ...["register", "figures", "evaluations", "actions", "returns"].map((one) => `${board}/${one}`),
  ];
}

async function links(database, all) {
  const visits = visitor();
  await visits.csrf();
  const { email } = all.get("lead");
  const press = { email, password: "", go: "link" };
  const signIn = await mailedTo(email, () => use(visits, "/sign-in", /sign-in$/, press));
  const forgotten = await mailedTo(email, () =>
    use(visits, "/password/forgotten", /forgotten$/, { email }),
  );
  const force = all.get("force contributor");
  const next = "marcus.next@thornmere-police.example";
  const typed = { email: next, password: process.env.ONERETURN_PASSWORD };
  const confirm = await mailedTo(next, () => use(force, "/account/email", /email$/, typed));
  // Whoever has no password agrees at the address that is left.
  const plain = all.get("contributor");
  await database.ask(`delete from identity.credential where person_id = '${plain.person_id}'`);
  const agree = await mailedTo(plain.email, () =>
    use(plain, "/account/email", /email$/, { email: "jonas.next@moorland-ambulance.example" }),
  );
  return [signIn, forgotten, confirm, agree];
}

// Somebody between password and code, as a person of their own.
async function halfWay(label, email) {
  const who = visitor();
  await who.csrf();
  const password = process.env.ONERETURN_PASSWORD;
  const answer = await who.post("/sign-in", [
    ["email", email],
    ["password", password],
  ]);
  const set = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]);
  const half = new Person(label, [who.cookie, ...set].join("; "));
  return { half, start: answer.headers.location };
}

async function trails(database, all) {
  const ids = (sql) => database.rows(sql).then((rows) => rows.map(({ id }) => id));
  const commitments = await ids(
    "select commitment_id as id from tenant.commitment where state = 'open' limit 8",
  );
  const entries = await ids("select entry_id as id from tenant.register_entry");
  const sites = await ids("select unit_id as id from tenant.unit where name like '% Room'");
  const asks = await ids("select ask_id as id from tenant.return_evidence_ask");
  const threads = await ids("select thread_id as id from tenant.thread");
  const requests = await ids("select request_id as id from tenant.request where state = 'open'");
  const [left] = await database.rows(`select entry_id, request_id from tenant.request
    where left_out = 'not_applicable'`);
  const bounced = await database.rows(`select entry_id, contact_id from tenant.contact
    where bounced_at is not null limit 1`);
  return [
    ...commitments.map((id) => `/commitments/${id}/remove`),
    ...entries.flatMap((id) => [`/register/${id}`, `/register/${id}/ask`]),
    ...sites.map((id) => `/sites/${id}`),
    ...asks.flatMap((id) => [`/evidence/asked/${id}`, `/evidence-asked/${id}`]),
    ...threads.map((id) => `/guidance/new?thread=${id}`),
    ...requests.map((id) => `/threads/new?request=${id}`),
    `/register/${left.entry_id}/asked/${left.request_id}`,
    ...bounced.map((one) => `/register/${one.entry_id}/contacts/${one.contact_id}`),
    "/suggestions",
    "/both-had",
    "/merge",
    "/programs",
    "/check",
    "/questions/C1.1/history",
    "/questions/C1.1/consequences",
    ...(await boxes(all)),
    "/sign-in/code",
    "/sign-in/recovery",
    "/sign-in/set-up",
  ];
}

// A text that both rooms of a merge had written, as a merge leaves it.
function leftByMerge(database, lead) {
  return database.ask(`insert into tenant.merged_answer
      (tenant_id, unit_id, kind, requirement_code, version, level, describes, knows, improve,
       from_room)
    select tenant_id, unit_id, 'answer', 'C1.1', 1, 2, '${text}', '${text}', '', 'Another room'
      from tenant.answer where tenant_id = '${lead.party_id}' and requirement_code = 'C1.1'`);
}

// Settles down: no job waits or runs that could write meanwhile.
export function quietWorker(database) {
  return eventually("the worker has nothing to do", async () => {
    const [{ n }] = await database.rows(`select count(*) as n from jobs.job
      where state not in ('done', 'parked') and not_before <= clock_timestamp()`);
    return n === 0;
  });
}

// What goes on by itself waits while this suite looks on: sealing, counting how far agencies are,
// and reminders, as every table they write would be another one for it. Whoever announces their
// jobs asks for these locks, or for who is to be woken, which nobody is any more.
export async function holdSweeps(database) {
  for (const one of ["announce trails", "announce progress"]) {
    await database.ask(`select pg_advisory_lock(hashtextextended('${one}', 0))`);
  }
  await database.ask(`delete from jobs.waking_at;
    create function jobs.nobody() returns trigger language plpgsql as 'begin return null; end';
    create trigger nobody before insert on jobs.waking_at
      for each row execute function jobs.nobody()`);
  await eventually("what goes on by itself is done", async () => {
    const [{ n }] = await database.rows(`select
      (select count(*) from jobs.job
        where kind in ('seal_trail', 'count_progress', 'chase')
          and state not in ('done', 'parked')) +
      (select count(*) from jobs.trail where anchored < sealed) as n`);
    return n === 0;
  });
}

export async function furnish(database, all) {
  await ensureSent();
  await shareOut(database, all);
  await between(database, all);
  const lead = all.get("lead");
  const earlier = await histories(database, lead);
  await writtenBefore(database, lead);
  const { invited, join } = await invitations(all);
  const actions = await followed(database, all);
  const year = await playYear();
  await endedAndLeftOut(database, all);
  const sights = await seen(database, all);
  const mailed = await links(database, all);
  await database.ask(`delete from identity.second_factor
    where person_id = (select person_id from identity.person where email = '${unset}')`);
  const halves = [
    await halfWay("half way", all.get("other manager").email),
    await halfWay("without an app", unset),
  ];
  await leftByMerge(database, lead);
  const starts = [
    ...(await trails(database, all)),
    ...earlier,
    ...actions,
    ...year,
    ...sights,
    join,
  ];
  return { starts, invited, join, mailed, halves };
}
