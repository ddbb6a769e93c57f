// After each round: what the service promises (docs/guides/faults.md), asked of the database by the
// superuser and of the disk, against what clients were told. Answers complaints; none is well.
import { createHash } from "node:crypto";
import { frozenAnswers, frozenFor } from "./frozen.mjs";
import { wrongPapers } from "./papers.mjs";
import { hashOf } from "./pollers.mjs";
import { sleep } from "./programs.mjs";
import { Recomputed } from "./recompute.mjs";
import { listed, quoted } from "./sql.mjs";

const digestOf = (box) =>
  createHash("sha256").update(Buffer.from(box.salt, "hex")).update(box.text).digest("hex");

const boxesOf = (delivery) => `
  select box_no, coalesce(text, '') as text, point, state, encode(digest, 'hex') as digest,
    encode(salt, 'hex') as salt
  from tenant.return_box where tenant_id = ${quoted(delivery.board_id)}
    and return_id = ${quoted(delivery.return_id)} and version_no = ${delivery.version_no}
  order by position`;

const actionsOf = (delivery) => `
  select what, how, lead, by_on from tenant.return_action
  where tenant_id = ${quoted(delivery.board_id)} and return_id = ${quoted(delivery.return_id)}
    and version_no = ${delivery.version_no}`;

const sorted = (actions) => actions.map((one) => JSON.stringify(one)).sort();

export class Checker {
  constructor(sql, content) {
    this.sql = sql;
    this.content = content;
  }

  async check(work) {
    this.wrong = [];
    await this.answers(work);
    await this.submissions(work);
    await this.everySubmissionIsKnown(work);
    await this.acknowledgements(work);
    await this.counts();
    await this.trail();
    this.wrong.push(...(await wrongPapers(this.sql, work)));
    return this.wrong;
  }

  say(text) {
    this.wrong.push(text);
  }

  async nothing(what, query) {
    const rows = await this.sql.rows(query);
    if (rows.length > 0) this.say(`${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }

  // Sweeps begin jobs of their own at any moment, which are done a moment later.
  async soonNothing(what, query) {
    for (let tries = 0; tries < 40; tries += 1) {
      if ((await this.sql.rows(query)).length === 0) return;
      await sleep(50);
    }
    await this.nothing(what, query);
  }

  // 2: what was answered with 2xx is there, and what it was told.
  async answers({ saves }) {
    for (const { agency, requirement, version, text } of saves) {
      const rows = await this.sql.rows(
        `select texts from tenant.answer_version where tenant_id = ${quoted(agency.id)}
          and requirement_code = ${quoted(requirement)} and version = ${version}`,
      );
      const said = rows[0]?.texts.find(([role, facet]) => role === "describes" && !facet);
      if (said?.[2] !== text) this.say(`a save is not there: ${requirement} ${version}`);
    }
  }

  // 2 and 3: each accepted submission, exactly one copy to each board in scope, none elsewhere, and
  // each says what the mapping gives for it.
  async submissions({ submissions }) {
    for (const record of submissions) {
      const id = record.submission;
      const deliveries = await this.sql.rows(
        `select d.*, encode(d.result_hash, 'hex') as hash, p.area from tenant.delivery d
           join tenancy.party_profile p on p.party_id = d.board_id
          where d.submission_id = ${quoted(id)} order by d.request_id`,
      );
      const asked = record.requests.map((one) => one.request).sort();
      const there = deliveries.map((one) => one.request_id).sort();
      if (asked.join() !== there.join())
        this.say(`submission ${id} went to ${there}, not ${asked}`);
      await this.versionsOf(id, deliveries);
      await this.copiesOf(id, deliveries);
      await this.keyOf(record);
    }
  }

  async keyOf({ submission, key, agency }) {
    const times = await this.sql.one(
      `select count(*) from tenant.idempotency where tenant_id = ${quoted(agency.id)}
        and key = ${quoted(key)} and answer::text like '%${submission}%'`,
    );
    if (times !== "1") this.say(`the key ${key} stands ${times} times`);
  }

  async versionsOf(id, deliveries) {
    const versions = await this.sql.rows(
      `select v.tenant_id, v.return_id, v.version_no, r.request_id
         from tenant.return_version v join tenant.return r using (tenant_id, return_id)
        where v.submission_id = ${quoted(id)}`,
    );
    const as = (board, request, version) => `${board}/${request}/${version}`;
    const arrived = versions.map((v) => as(v.tenant_id, v.request_id, v.version_no)).sort();
    const said = deliveries.map((d) => as(d.board_id, d.request_id, d.version_no)).sort();
    if (arrived.join() !== said.join()) this.say(`${id}: ${arrived} arrived, delivered: ${said}`);
  }

  async copiesOf(id, deliveries) {
    const answers = await frozenAnswers(this.sql, id);
    for (const delivery of deliveries.filter((one) => one.state === "delivered")) {
      const frozen = await frozenFor(this.sql, this.content, delivery, answers);
      const recomputed = new Recomputed(frozen);
      const expected = recomputed.run();
      const boxes = await this.sql.rows(boxesOf(delivery));
      this.compare(`${id} at ${delivery.area}`, boxes, expected);
      for (const box of boxes) {
        if (digestOf(box) !== box.digest) this.say(`${id}: box ${box.box_no} has another digest`);
      }
      if (hashOf(boxes) !== delivery.hash) this.say(`${id} at ${delivery.area}: another hash`);
      const actions = await this.sql.rows(actionsOf(delivery));
      if (sorted(actions).join() !== sorted(recomputed.actions()).join()) {
        this.say(`${id} at ${delivery.area}: ${actions.length} other actions`);
      }
    }
  }

  compare(what, boxes, expected) {
    const names = (list) => list.map((one) => one.box_no).join();
    if (names(boxes) !== names(expected)) {
      this.say(`${what}: ${boxes.length} boxes instead of ${expected.length}`);
      return;
    }
    boxes.forEach((box, at) => {
      const should = expected[at];
      for (const key of ["text", "point", "state"]) {
        if (box[key] !== should[key]) {
          const [is, be] = [box[key], should[key]].map((one) => JSON.stringify(one));
          this.say(`${what}, box ${box.box_no}: ${key} is ${is}, should be ${be}`);
        }
      }
    });
  }

  // Nothing is there that nobody was told of in the end.
  async everySubmissionIsKnown({ submissions, known }) {
    for (const { submission } of submissions) known.add(submission);
    const there = await this.sql.rows("select submission_id from tenant.submission");
    for (const { submission_id: id } of there) {
      if (!known.has(id)) this.say(`submission ${id} was told to nobody`);
    }
    if (there.length !== known.size) this.say(`${known.size} told, ${there.length} there`);
  }

  async acknowledgements({ acknowledgements }) {
    for (const { board, id, version } of acknowledgements) {
      const times = await this.sql.one(
        `select count(*) from tenant.return_version where tenant_id = ${quoted(board.id)}
          and return_id = ${quoted(id)} and version_no >= ${version} and accepted_at is not null`,
      );
      if (times === "0") this.say(`${board.code} acknowledged ${id}, and no row says so`);
    }
  }

  // Of all rounds so far, by counting.
  async counts() {
    // A later version is offered; the board works with the last one that it accepted.
    await this.nothing(
      "a board works with another version than the last one that it accepted",
      `select r.tenant_id, r.return_id, r.latest_version from tenant.return r
        where r.latest_version <> (select max(v.version_no) from tenant.return_version v
          where v.tenant_id = r.tenant_id and v.return_id = r.return_id
            and v.standing = 'accepted')`,
    );
    await this.nothing(
      "a version waits and nobody knows, or two wait, or the first does not stand",
      `select r.tenant_id, r.return_id, r.offered_version from tenant.return r
        where r.offered_version is distinct from (select max(v.version_no)
                from tenant.return_version v where v.tenant_id = r.tenant_id
                 and v.return_id = r.return_id and v.standing = 'offered')
           or (select count(*) from tenant.return_version v where v.tenant_id = r.tenant_id
                and v.return_id = r.return_id and v.standing = 'offered') > 1
           or exists (select from tenant.return_version v where v.tenant_id = r.tenant_id
                and v.return_id = r.return_id and v.version_no = 1 and v.standing <> 'accepted')`,
    );
    await this.nothing(
      "an action of a version that does not stand is followed",
      `select a.tenant_id, a.action_id from tenant.action a
         join tenant.return_version v using (tenant_id, return_id, version_no)
        where a.offered <> (v.standing <> 'accepted')`,
    );
    await this.nothing(
      "the newest copy is not of the newest submission",
      `select r.tenant_id, r.return_id, v.version_no, newest.submission_id
         from tenant.return r
         join lateral (select j.source_ref as submission_id from jobs.job j
                        where j.kind = 'deliver' and j.target_ref = r.request_id
                          and j.state = 'done'
                        order by j.announced_at desc limit 1) newest on true
         join lateral (select v.version_no, v.submission_id from tenant.return_version v
                        where v.tenant_id = r.tenant_id and v.return_id = r.return_id
                        order by v.version_no desc limit 1) v on true
        where v.submission_id <> newest.submission_id`,
    );
    await this.nothing(
      "the roll-up is not the sum of the copies that stand",
      `with counted as (
         select l.tenant_id, q.period, l.requirement_code, l.level, count(*) as n
           from tenant.return_level l
           join tenant.return r on r.tenant_id = l.tenant_id and r.return_id = l.return_id
            and r.latest_version = l.version_no
           join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
          group by 1, 2, 3, 4)
       select * from counted c
         full join (select * from tenant.rollup where n <> 0) u
           using (tenant_id, period, requirement_code, level)
        where c.n is distinct from u.n`,
    );
    await this.soonNothing(
      "a job that is not done",
      "select kind, state, tries, reason from jobs.job where state <> 'done'",
    );
  }

  // 5: one entry for each change, and nothing else.
  async trail() {
    const version = "coalesce(facts->>'version', substr(facts->>'detail', length('version ') + 1))";
    const entries = (what) =>
      `(select tenant_id, subject_ref, count(*) as n, max(${version}) as version
          from tenant.audit_entry where what in ${listed(what)}
         group by tenant_id, subject_ref, ${version})`;
    await this.nothing(
      "a save without its entry, or with two",
      `select * from (select tenant_id, requirement_code as subject_ref, version::text
                        from tenant.answer_version) v
         full join ${entries(["answer.saved"])} e using (tenant_id, subject_ref, version)
        where e.n is distinct from 1`,
    );
    await this.nothing(
      "a delivery without its entry, or with two",
      `select * from (select tenant_id, return_id::text as subject_ref, version_no::text as version
                        from tenant.return_version) v
         full join ${entries(["return.delivered"])} e using (tenant_id, subject_ref, version)
        where e.n is distinct from 1`,
    );
    await this.nothing(
      "an acknowledgement without its entry, or with two",
      `select * from (select tenant_id, return_id::text as subject_ref, version_no::text as version
                        from tenant.return_version where accepted_at is not null) v
         full join ${entries(["return.acknowledged", "supplement.accepted"])} e
           using (tenant_id, subject_ref, version)
        where e.n is distinct from 1`,
    );
    for (const [what, rows] of [
      ["return.submitted", "select submission_id::text from tenant.submission"],
      [
        "evidence.file_added",
        "select evidence_id::text from tenant.evidence where blob_sha256 is not null",
      ],
      [
        "evidence.content_removed",
        `select encode(blob_sha256, 'hex') from tenant.evidence_blob
          where scan = 'gone'`,
      ],
    ]) {
      // By its own number: after a merge the row is another room's, its entry stays where it was.
      await this.nothing(
        `${what}: not one entry for each`,
        `select * from (${rows}) v (subject_ref)
           full join (select subject_ref, count(*) as n from tenant.audit_entry
                       where what = ${quoted(what)} group by subject_ref) e using (subject_ref)
          where e.n is distinct from 1`,
      );
    }
  }
}
