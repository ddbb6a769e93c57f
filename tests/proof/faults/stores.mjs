// What stands outside the database after a round: files of evidence, mails, Redis, processes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { sleep } from "./programs.mjs";
import { quoted } from "./sql.mjs";

const digestOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath ?? one.path, one.name));
}

const placeOf = (room, tenant, sha) => path.join(room, tenant, sha.slice(0, 2), sha);

export class Stores {
  constructor(stage) {
    this.stage = stage;
    this.rooms = { released: stage.at("evidence/released"), custody: stage.at("evidence/custody") };
  }

  async check(work) {
    this.wrong = [];
    await this.uploads(work);
    await this.files();
    await this.mails(work);
    this.redis();
    await this.programs();
    return this.wrong;
  }

  say(text) {
    this.wrong.push(text);
  }

  // Every file that was taken is there, checked, and the same to the byte.
  async uploads({ uploads, removals, merges }) {
    for (const { agency, sha, infected } of uploads) {
      const into = merges.find((one) => one.goes.id === agency.id);
      const tenant = into ? into.stays.id : agency.id;
      const scan = await this.scanOf(tenant, sha);
      if (scan !== (infected ? "blocked" : "clean")) this.say(`a file was found ${scan}: ${sha}`);
      const file = placeOf(this.rooms.released, tenant, sha);
      if (infected && filesUnder(this.rooms.released).some((one) => one.endsWith(sha))) {
        this.say(`an infected file was released: ${sha}`);
      }
      if (!infected && (!existsSync(file) || digestOf(file) !== sha)) {
        this.say(`a file that was taken is not there: ${sha}`);
      }
    }
    for (const { agency, sha } of removals) {
      const scan = await this.scanOf(agency.id, sha);
      if (scan !== "gone") this.say(`a file that nobody needs is ${scan}: ${sha}`);
    }
  }

  scanOf(tenant, sha) {
    return this.stage.sql.one(
      `select scan from tenant.evidence_blob where tenant_id = ${quoted(tenant)}
        and blob_sha256 = '\\x${sha}'`,
    );
  }

  // Rows and files agree: nothing clean without its file, no file without a row that wants it.
  async files() {
    const blobs = await this.stage.sql.rows(
      `select b.tenant_id, encode(b.blob_sha256, 'hex') as sha, b.scan
         from tenant.evidence_blob b`,
    );
    const rows = new Map(blobs.map((one) => [`${one.tenant_id}/${one.sha}`, one.scan]));
    for (const { tenant_id: tenant, sha, scan } of blobs) {
      if (scan === "pending") this.say(`nothing waits, and a file is unchecked: ${sha}`);
      if (scan !== "clean") continue;
      if (!existsSync(placeOf(this.rooms.released, tenant, sha))) {
        this.say(`clean, and not there: ${sha}`);
      }
    }
    const within = await this.mergedInto();
    for (const room of Object.values(this.rooms)) {
      for (const file of filesUnder(room)) {
        const [tenant, , sha] = path.relative(room, file).split(path.sep);
        const scan = rows.get(`${tenant}/${sha}`) ?? rows.get(`${within.get(tenant)}/${sha}`);
        const wanted = ["clean", "pending", "leaving"].includes(scan);
        if (!wanted) this.say(`a file in ${path.basename(room)} whose row says ${scan}: ${sha}`);
      }
    }
    const left = filesUnder(this.stage.at("evidence/incoming"));
    if (left.length > 0) this.say(`${left.length} uploads were left`);
  }

  async mergedInto() {
    const rooms = await this.stage.sql.rows(
      "select party_id, merged_into from tenancy.party where merged_into is not null",
    );
    return new Map(rooms.map((one) => [one.party_id, one.merged_into]));
  }

  // A killed gateway leaves what its worker looks for after a day: a day passes. What goes
  // meanwhile is gone.
  async letADayPass() {
    const before = Date.now() / 1000 - 25 * 3600;
    const folders = [this.rooms.custody, this.stage.at("evidence/incoming")];
    const left = folders.flatMap(filesUnder);
    for (const file of left) {
      try {
        if (statSync(file).mtimeMs / 1000 > before) utimesSync(file, before, before);
      } catch (error) {
        if (error.code !== "ENOENT") throw error;
      }
    }
    return left.length;
  }

  // At least once, with one name for each, and no word of a return in it.
  async mails({ mails, mark }) {
    const sent = this.stage.mail.mails;
    const addresses = new Set(mails.map((one) => one.email));
    const names = new Map();
    for (const mail of sent) {
      const id = mail.headers["message-id"];
      if (!id) this.say("a mail without a Message-ID");
      const known = names.get(id) ?? mail;
      if (known.to.join() !== mail.to.join()) this.say(`one Message-ID, two mails: ${id}`);
      names.set(id, known);
      if (`${mail.text}${mail.html}${mail.subject}`.includes(mark)) {
        this.say("a mail holds words of a return");
      }
    }
    const rows = await this.stage.sql.rows(
      "select mail_id, email, closed_at, refused from identity.mail where email is not null",
    );
    const ids = new Set([...names.keys()].map((id) => id.replace(/^<|@.*$/g, "")));
    for (const { mail_id: id, closed_at: closed, refused } of rows) {
      if (closed && !refused && !ids.has(id) && !this.before?.has(id)) {
        this.say(`noted as sent, and never was: ${id}`);
      }
    }
    for (const email of addresses) {
      const told = mails.filter((one) => one.email === email).length;
      const came = [...names.values()].filter((one) => one.to.includes(email)).length;
      if (came < told) this.say(`${told} mails asked for, ${came} came: ${email}`);
    }
    this.before = new Set([...(this.before ?? []), ...ids]);
    sent.splice(0);
  }

  redis() {
    const keys = Number(this.stage.redis("dbsize"));
    if (!(keys <= 20)) this.say(`Redis holds ${keys} keys`);
  }

  async connections() {
    const open = await this.stage.sql.rows(
      `select usename, count(*) from pg_stat_activity
        where usename in ('gateway', 'worker', 'auth') group by usename`,
    );
    // Its pool (a worker's: threads, lanes of papers, sweeper), and one for its figures.
    const most = { gateway: 9, worker: 8, auth: 2 };
    for (const { usename, count } of open) {
      if (count > most[usename]) this.say(`${usename} holds ${count} connections`);
    }
    // A worker that looks for work is between two statements now and then: only what stays is left.
    const deadline = Date.now() + 5000;
    let left = await this.between(null);
    while (left.length > 0 && Date.now() < deadline) {
      await sleep(100);
      left = await this.between(left.map((one) => one.transaction));
    }
    for (const { usename } of left) this.say(`${usename} left a transaction open`);
  }

  // The transactions that wait for their program; of those named, when any are.
  async between(transactions) {
    const open = await this.stage.sql.rows(
      `select usename, pid || ' ' || xact_start as transaction from pg_stat_activity
        where usename in ('gateway', 'worker', 'auth') and state like 'idle in%'`,
    );
    return open.filter((one) => transactions === null || transactions.includes(one.transaction));
  }

  // None died by itself, and none holds more than it may.
  async programs() {
    for (const [name, program] of Object.entries(this.stage.programs)) {
      const own = program.ends.splice(0).filter(({ code, signal }) => {
        const asked = ["SIGKILL", "SIGTERM", "SIGINT", "SIGQUIT"].includes(signal);
        return !asked && code !== 0 && !(name === "postgres" && code !== null);
      });
      if (own.length > 0) this.say(`${name} ended by itself: ${JSON.stringify(own)}`);
    }
    await this.connections();
    for (const name of ["gateway", "worker"]) {
      const { child } = this.stage.programs[name];
      const handles = readdirSync(`/proc/${child.pid}/fd`).length;
      if (handles > 120) this.say(`${name} holds ${handles} open files`);
    }
    const cores = [this.stage.home, "/"].flatMap((folder) =>
      readdirSync(folder).filter((name) => /^core(\.\d+)?$/.test(name)),
    );
    if (cores.length > 0) this.say(`core files: ${cores}`);
  }
}
