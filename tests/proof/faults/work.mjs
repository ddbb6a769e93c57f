// What clients do in a round, and what they were told. A client that does not know what became of
// its request asks again with the same key, as the API says it may; everything that it was told in
// the end is in the record that the checker compares with the database.
import { createHash, randomUUID } from "node:crypto";
import { answerBody } from "../../../tools/demo/answers.mjs";
import { bodyOf, unknown } from "./client.mjs";
import { planted } from "./outside.mjs";
import { Paper } from "./papers.mjs";
import { until } from "./programs.mjs";
import { quoted } from "./sql.mjs";

const api = "/api/v1";
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

export class Work {
  constructor(stage, door, people, round, chance) {
    Object.assign(this, { stage, door, people, round, chance });
    this.mark = `zq-${round}-${randomUUID().slice(0, 8)}`;
    this.saves = [];
    this.submissions = [];
    this.uploads = [];
    this.mails = [];
    this.merges = [];
    this.papers = [];
    this.removals = [];
    this.acknowledgements = [];
    this.refusals = [];
    this.complaints = [];
  }

  // Keeps what was answered, and complains of what no fault explains.
  note(what, answer) {
    this.refusals.push({ what, status: answer.status });
    if (answer.status === 500 && !this.mayThrow) {
      this.complaints.push(`${what}: answered 500: ${answer.text.slice(0, 200)}`);
    }
    if (answer.status === 0 && answer.error === "no answer") {
      this.complaints.push(`${what}: no answer at all`);
    }
    return answer;
  }

  ask(what, token, verb, path, more) {
    return this.door
      .ask(token, verb, path, more)
      .then((answer) => this.note(`${what} ${verb} ${path}`, answer));
  }

  async save(agency) {
    const [requirement, known] = this.chance.one([...agency.answers]);
    if (this.saves.some((one) => one.agency === agency && one.requirement === requirement)) return;
    const text = `${known.written.describes ?? "We do."} ${this.mark}-${this.saves.length}`;
    const body = answerBody({ ...known.written, describes: text, confirmed: true }, known.version);
    const record = { agency, requirement, known, text, body, version: null };
    this.saves.push(record);
    record.first = await this.sendSave(record);
  }

  async sendSave(record) {
    const { agency, requirement, body } = record;
    const place = `${api}/answers/${requirement}`;
    const answer = await this.ask("save", agency.lead, "PUT", place, { json: body });
    if (answer.status === 200) record.version = bodyOf(answer).version;
    return answer;
  }

  // After an unknown outcome the answer is looked up: all of it is there, or nothing is.
  async settleSave(record) {
    const { agency, requirement, known, text } = record;
    await until(async () => {
      if (record.version !== null) return true;
      const place = `${api}/answers/${requirement}`;
      const answer = await this.ask("look", agency.lead, "GET", place);
      if (answer.status !== 200) return false;
      const now = bodyOf(answer);
      if (now.version === known.version) {
        await this.sendSave(record);
      } else if (now.version === known.version + 1 && now.describes === text) {
        record.version = now.version;
      } else {
        this.complaints.push(
          `half a save: ${requirement} is at ${now.version}, "${now.describes}"`,
        );
        record.version = now.version;
      }
      return record.version !== null;
    }, `the answer to ${requirement} is settled`);
    known.version = record.version;
  }

  async submit(agency, storm = 1) {
    const many = 2 + this.chance.below(Math.max(agency.requests.length - 1, 1));
    const chosen = this.chance.some(agency.requests, Math.min(many, agency.requests.length));
    const record = {
      agency,
      requests: chosen,
      key: `${this.mark}-${this.submissions.length}`,
      body: {
        requests: chosen.map((one) => one.request),
        name: "Ruth Amory",
        position: "Assistant Chief Constable",
        statement: "I have read this return, and it is a fair account of this force.",
      },
      told: [],
    };
    this.submissions.push(record);
    const send = async () => {
      // Somebody saved an answer in that very moment: once more, as the answer says.
      for (let tries = 0; tries < 8; tries += 1) {
        if ((await this.sendSubmission(record)).status !== 409) return;
      }
    };
    await Promise.all(Array.from({ length: storm }, send));
    if (storm > 1) await this.sendOtherBody(record);
  }

  async sendSubmission(record) {
    const answer = await this.ask(
      "submit",
      record.agency.authoriser,
      "POST",
      `${api}/submissions`,
      {
        json: record.body,
        headers: { "idempotency-key": record.key },
      },
    );
    if (answer.status === 201) record.told.push(bodyOf(answer));
    else if (!unknown(answer) && answer.status !== 409) {
      this.complaints.push(`a submission was refused: ${answer.status} ${answer.text}`);
    }
    return answer;
  }

  async sendOtherBody(record) {
    const json = { ...record.body, statement: "Other words with the same key." };
    const headers = { "idempotency-key": record.key };
    const place = `${api}/submissions`;
    const answer = await this.ask("reuse", record.agency.authoriser, "POST", place, {
      json,
      headers,
    });
    const fine = record.told.length > 0 ? [422] : [422, 409, 201];
    if (!unknown(answer) && !fine.includes(answer.status)) {
      this.complaints.push(`the same key with another body: ${answer.status}`);
    }
    if (answer.status === 201) Object.assign(record, { body: json, told: [bodyOf(answer)] });
  }

  // A board says that it has a copy which came in an earlier round.
  async acknowledge(board) {
    const list = await this.ask("acknowledge", board.token, "GET", `${api}/returns`);
    if (list.status !== 200) return;
    const there = bodyOf(list).returns.filter((one) => one.return);
    if (there.length === 0) return;
    const { return: id, version_no: version } = this.chance.one(there);
    const record = { board, id, version, told: false };
    this.acknowledgements.push(record);
    await this.sendAcknowledgement(record);
    await this.accept(board, id);
  }

  // A later version is offered: the board accepts it, unless a newer one took its place meanwhile.
  async accept(board, id) {
    const page = `/returns/${id}/supplement`;
    const own = { cookie: `__Host-session=${board.token}` };
    const shown = await this.ask("accept", null, "GET", page, { headers: own });
    const version = /name="version" value="(\d+)"/.exec(shown.text ?? "")?.[1];
    if (!version) return;
    const form = { version, go: "accept", words: "" };
    const answer = await this.press("accept", board.token, page, page, form);
    if (answer && ![303, 409].includes(answer.status) && !unknown(answer)) {
      this.complaints.push(`accepting: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  }

  async sendAcknowledgement(record) {
    const { board, id } = record;
    const page = `/returns/${id}`;
    const answer = await this.press("acknowledge", board.token, page, `${page}/acknowledge`);
    if (answer?.status === 303) record.told = true;
    else if (answer && !unknown(answer)) {
      this.complaints.push(`acknowledging: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  }

  async settleAcknowledgement(record) {
    await until(async () => {
      if (!record.told) await this.sendAcknowledgement(record);
      return record.told;
    }, "a copy is acknowledged");
  }

  // Asked again until it is known, and once more: the same answer each time.
  async settleSubmission(record) {
    const known = record.told.length;
    await until(
      async () => (await this.sendSubmission(record)).status === 201,
      `a submission with the key ${record.key} is answered`,
    );
    const answers = new Set(record.told.map((one) => JSON.stringify(one)));
    if (answers.size !== 1) this.complaints.push(`one key, several answers: ${[...answers]}`);
    record.submission = record.told[0].submission;
    record.wasUnknown = known === 0;
  }

  async upload(agency, infected = false) {
    const more = infected ? planted : "";
    const bytes = Buffer.from(`${this.mark}-file-${this.uploads.length} ${more} ${randomUUID()}\n`);
    const title = `Minutes ${this.mark} ${this.uploads.length}`;
    const record = { agency, bytes, title, sha: sha256(bytes), infected, evidence: null };
    this.uploads.push(record);
    await this.sendUpload(record);
    return record;
  }

  async sendUpload(record) {
    const query = new URLSearchParams({ name: "minutes.txt", title: record.title });
    const place = `${api}/evidence/files/${record.sha}?${query}`;
    const answer = await this.ask("upload", record.agency.lead, "PUT", place, {
      bytes: record.bytes,
      headers: { "content-type": "text/plain" },
    });
    if (answer.status === 200) record.evidence = bodyOf(answer).evidence;
    else if (!unknown(answer)) {
      this.complaints.push(`an upload was refused: ${answer.status} ${answer.text}`);
    }
    return answer;
  }

  async settleUpload(record) {
    await until(
      async () => (await this.sendUpload(record)).status === 200,
      "an upload is answered",
    );
  }

  // A file that was taken out long ago, so that the next look after the store removes it.
  async remove(agency) {
    const record = await this.upload(agency);
    this.removals.push(record);
    this.uploads.splice(this.uploads.indexOf(record), 1);
    if (!record.evidence) await this.settleUpload(record);
    const row = `tenant_id = ${quoted(agency.id)} and blob_sha256 = '\\x${record.sha}'`;
    const clean = `select scan from tenant.evidence_blob where ${row}`;
    await until(async () => (await this.stage.sql.one(clean)) === "clean", "the file is checked");
    const place = `/evidence/${record.evidence}/withdraw`;
    const answer = await this.press("withdraw", agency.lead, "/evidence/add", place);
    if (answer?.status !== 303) this.complaints.push(`withdrawing: ${answer?.status}`);
    await this.stage.sql.run(`
      update tenant.evidence_blob set stored_at = '2025-01-01' where ${row};
      update tenant.evidence set withdrawn_at = '2025-02-01'
       where evidence_id = ${quoted(record.evidence)};
      insert into jobs.waking (party_id, on_day) values (${quoted(agency.id)}, '2025-03-01')
        on conflict do nothing`);
  }

  async mail(agency) {
    const people = this.stage.region.people.filter(({ memberships }) =>
      memberships.some((one) => one.party === agency.code),
    );
    const record = { email: this.chance.one(people).email, told: 0 };
    this.mails.push(record);
    // A quarter of an hour has passed since the last round.
    await this.stage.sql.run("delete from identity.throttle").catch(() => {});
    await this.sendMail(record);
  }

  async paper(board) {
    const paper = new Paper(this, board);
    this.papers.push(paper);
    await paper.goOn();
  }

  // As a browser does it: the page with its token, then its form. Nothing when there was no page.
  async press(what, token, page, place, form = {}) {
    const own = token ? { cookie: `__Host-session=${token}` } : {};
    const shown = await this.ask(what, null, "GET", page, { headers: own });
    const csrf = /name="csrf" value="([^"]+)"/.exec(shown.text)?.[1];
    if (shown.status !== 200 || !csrf) return null;
    const given = (shown.headers?.["set-cookie"] ?? []).map((one) => one.split(";")[0]);
    const cookie = [own.cookie, ...given].filter((one) => one).join("; ");
    const headers = { cookie, origin: this.stage.url };
    return this.ask(what, null, "POST", place, { form: { ...form, csrf }, headers });
  }

  async sendMail(record) {
    const place = "/password/forgotten";
    const answer = await this.press("mail", null, place, place, { email: record.email });
    if (answer?.status === 200) record.told += 1;
    else if (answer && !unknown(answer)) {
      this.complaints.push(`asking for a mail: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  }

  async settleMail(record) {
    await until(async () => {
      if (record.told === 0) await this.sendMail(record);
      return record.told > 0;
    }, "a mail is asked for");
  }

  async settle() {
    for (const one of this.saves) await this.settleSave(one);
    for (const one of this.submissions) await this.settleSubmission(one);
    for (const one of this.uploads) if (!one.evidence) await this.settleUpload(one);
    for (const one of this.mails) await this.settleMail(one);
    for (const one of this.acknowledgements) await this.settleAcknowledgement(one);
    for (const one of this.merges) await one.settle();
    for (const one of this.papers) await one.settle();
  }
}
