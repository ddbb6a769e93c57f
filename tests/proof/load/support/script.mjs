// What people do on a deadline day, as a script for tools/load: arrivals at seeded Poisson times,
// each a request of some kind by somebody of some room.
import { createHash, createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";

// Numbers in [0, 1), the same for the same seed.
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const token = (kind, role, n) => `load-${kind}-${role}-${n}`.padEnd(43, "-");
const form = (fields) => new URLSearchParams(fields).toString();
const unsafe = ["Origin: https://localhost", "Sec-Fetch-Site: same-origin"];
const asForm = "Content-Type: application/x-www-form-urlencoded";
const asJson = "Content-Type: application/json";
const byBearer = (role, n) => `Authorization: Bearer ${token("bearer", role, n)}`;
const byCookie = (role, n) => `Cookie: __Host-session=${token("browser", role, n)}`;

// As request_context.cpp makes it: nothing but what the holder of the cookie could read in a page.
function csrf(secret, person = "", party = "") {
  const half = createHmac("sha256", secret).update("csrf").digest("base64url");
  if (!person) return `${half}.`;
  const whose = createHash("sha256")
    .update(person + party)
    .digest();
  return `${half}.${whose.subarray(0, 12).toString("base64url")}`;
}

const sentence =
  "Managers look at the figures each quarter and ask children what has changed for them.";
// A file of evidence is some fifty kilobytes of text.
const evidenceSentences = 600;
const words = (mark) => `Saved as ${mark}. ${Array(6).fill(sentence).join(" ")}`;

// The number of an answer, for the player.
export const slotOf = (room, question) => room * 100 + question;

// Marks tell each write from every other of this run.
export const mark = (run, n) => `load-${run}-${n}`;

export class Day {
  constructor({ world, password, seed, run }) {
    Object.assign(this, { world, password, run });
    this.roll = dice(seed);
    this.count = 0;
    this.nextSlot = { save: 0, autosave: 0 };
    this.many = world.rooms.filter((room) => room.requests.length === 5);
    // Who has drafts open cannot send yet.
    this.sending = this.many.filter((room) => room.n % 3 === 0);
    this.drafting = this.many.filter((room) => room.n % 3 !== 0);
    this.few = world.rooms.filter((room) => room.requests.length === 1);
  }

  oneOf(list) {
    return list[Math.floor(this.roll() * list.length)];
  }

  // Every answer in turn, so that two writes of one answer are far apart.
  slot(kind, rooms) {
    const { questions } = this.world;
    const number = this.nextSlot[kind]++ % (rooms.length * questions.length);
    const room = rooms[number % rooms.length];
    const question = questions[Math.floor(number / rooms.length)];
    return { slot: slotOf(room.n, questions.indexOf(question)), room, question };
  }

  save() {
    const { slot, room, question } = this.slot("save", this.sending);
    const text = words(this.mark);
    const body = { level: 3, describes: text, knows: sentence, confirm: true };
    return {
      slot,
      mark: this.mark,
      party: room.n,
      method: "PUT",
      target: `/api/v1/answers/${question}`,
      headers: [byBearer("lead", room.n), asJson],
      body: `{"version":@V@,${JSON.stringify(body).slice(1)}`,
    };
  }

  autosave() {
    const { slot, room, question } = this.slot("autosave", this.drafting);
    const cookie = token("browser", "contributor", room.n);
    const fields = {
      csrf: csrf(cookie, room.contributor, room.party),
      level: "3",
      describes: words(this.mark),
      knows: sentence,
      go: "autosave",
    };
    return {
      slot,
      mark: this.mark,
      party: room.n,
      method: "POST",
      target: `/questions/${question}`,
      headers: [byCookie("contributor", room.n), asForm, "Accept: application/json", ...unsafe],
      body: `version=@V@&${form(fields)}`,
    };
  }

  page(target, role, n) {
    const headers = [byCookie(role, n), "Accept: text/html"];
    return { party: role === "manager" ? 10_000 + n : n, method: "GET", target, headers, body: "" };
  }

  submission() {
    const room = this.oneOf(this.sending);
    return {
      mark: this.mark,
      party: room.n,
      method: "POST",
      target: "/api/v1/submissions",
      headers: [byBearer("authoriser", room.n), asJson, `Idempotency-Key: ${this.mark}`],
      body: JSON.stringify({
        requests: room.requests,
        name: `Authoriser ${this.mark}`,
        position: "Chief officer",
        statement: "This is a true account.",
      }),
    };
  }

  upload() {
    const room = this.oneOf(this.world.rooms);
    const text = `Notes ${this.mark}. ${`${sentence} `.repeat(evidenceSentences)}`;
    const sha256 = createHash("sha256").update(text).digest("hex");
    const query = form({ name: "notes.txt", title: `Notes ${this.mark}` });
    return {
      mark: this.mark,
      party: room.n,
      method: "PUT",
      target: `/api/v1/evidence/files/${sha256}?${query}`,
      headers: [byBearer("lead", room.n), "Content-Type: application/octet-stream"],
      body: text,
    };
  }

  signIn() {
    const room = this.oneOf(this.world.rooms);
    const visitor = token("visitor", "nobody", this.count);
    const fields = {
      csrf: csrf(visitor),
      email: `contributor${room.n}@load.example`,
      password: this.password,
      go: "password",
    };
    return {
      party: room.n,
      method: "POST",
      target: "/sign-in",
      headers: [`Cookie: __Host-visitor=${visitor}`, asForm, "Accept: text/html", ...unsafe],
      body: form(fields),
    };
  }

  // One request of that kind, by somebody, of a new mark.
  request(kind) {
    this.mark = mark(this.run, ++this.count);
    const room = this.oneOf(this.many);
    const { questions, sections, boards } = this.world;
    switch (kind) {
      case "save":
        return this.save();
      case "autosave":
        return this.autosave();
      case "question_page":
        return this.page(`/questions/${this.oneOf(questions)}`, "contributor", room.n);
      case "form_page":
        return this.page(`/form/${this.oneOf(sections)}`, "contributor", this.oneOf(this.few).n);
      case "home":
        return this.page("/home", "lead", room.n);
      case "preview":
        return this.page(`/boards/${this.oneOf(room.requests)}/copy`, "lead", room.n);
      case "submission":
        return this.submission();
      case "register":
        return this.page("/register", "manager", this.oneOf(boards));
      case "returns":
        return this.page("/returns", "manager", this.oneOf(boards));
      case "upload":
        return this.upload();
      case "sign_in":
        return this.signIn();
      default:
        throw new Error(`nobody does ${kind}`);
    }
  }
}

// Of a hundred requests of a deadline day, how many are of each kind.
export const deadlineDay = {
  save: 20,
  autosave: 30,
  question_page: 20,
  form_page: 6,
  home: 6,
  preview: 5,
  submission: 2,
  register: 3,
  returns: 4,
  upload: 2,
  sign_in: 2,
};

function chooser(mix, roll) {
  const kinds = Object.entries(mix);
  const all = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  return () => {
    let left = roll() * all;
    return (kinds.find(([, weight]) => (left -= weight) < 0) ?? kinds[0])[0];
  };
}

const seats = 8;

// So many seconds of arrivals at `rate` a second from `from` on; a stage's name stands with each.
export function arrivals(day, { stage, from, seconds, rate, mix = deadlineDay, requestOf }) {
  const next = chooser(mix, day.roll);
  const steps = [];
  for (let at = from; ;) {
    at += -Math.log(1 - day.roll()) / rate;
    if (at >= from + seconds) return steps;
    const kind = next();
    const request = requestOf ? requestOf(kind) : day.request(kind);
    const seat = request.seat ?? 2 + (request.party % seats);
    steps.push({ slot: -1, ...request, stage, kind, seat, at_us: Math.round(at * 1e6) });
  }
}

// As tools/load reads it, in the order of the times; `versions` says where each slot stands.
export function writeScript(path, steps, versions) {
  steps.sort((one, other) => one.at_us - other.at_us);
  const lines = steps.map((step) =>
    [
      step.at_us,
      step.kind,
      step.seat,
      step.slot,
      versions.get(step.slot) ?? 0,
      step.method,
      step.target,
      step.headers.join("\x1f"),
      step.body,
    ].join("\t"),
  );
  writeFileSync(path, `${lines.join("\n")}\n`);
}
