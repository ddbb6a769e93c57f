// Chains and anchors of the trail as docs/formats/trail.md says them, computed by somebody else.
import { createHash } from "node:crypto";

export const zeros = "0".repeat(64);
export const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const oneLine = (text) =>
  text === null
    ? null
    : text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
const line = (name, value) => (value === null ? `${name}\n` : `${name} ${value}\n`);

// The rows that `Chains` reads, of links for which `which` holds.
export const links = (which = "true") => `
  select s.chain_no as link, s.tenant_id as party, e.entry_no as entry, s.entry_no as sealed,
         e.person_id as person, e.role,
         to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         to_char(e.business_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as business_at,
         e.job_id as job, e.what, e.subject_kind, e.subject_ref, e.facts::text as facts,
         encode(e.payload_digest, 'hex') as payload, e.request_ref as request,
         encode(s.hash, 'hex') as hash
    from tenant.audit_seal s left join tenant.audit_entry e using (tenant_id, entry_no)
   where ${which}
   order by s.tenant_id, s.chain_no`;

export function hashOf(row, before) {
  return sha256(
    `onereturn.trail/${row.business_at === null ? 1 : 2}\n` +
      line("before", before) +
      line("link", row.link) +
      line("party", row.party) +
      line("entry", row.entry) +
      line("at", row.at) +
      (row.business_at === null ? "" : line("business_at", row.business_at)) +
      line("person", row.person) +
      line("role", oneLine(row.role)) +
      line("job", row.job) +
      line("what", oneLine(row.what)) +
      line("subject_kind", oneLine(row.subject_kind)) +
      line("subject_ref", oneLine(row.subject_ref)) +
      line("facts", row.facts) +
      line("payload", row.payload) +
      line("request", oneLine(row.request)),
  );
}

// What was computed so far: of each party the hash of each link, in order, and the number of the
// last entry.
export class Chains {
  constructor(known = [], numbers = []) {
    this.hashes = new Map([...known].map(([party, all]) => [party, [...all]]));
    this.complaints = [];
    this.numbers = new Map(numbers);
  }

  of(party) {
    if (!this.hashes.has(party)) this.hashes.set(party, []);
    return this.hashes.get(party);
  }

  // The next rows of `links`, each party's from where it stood.
  add(rows) {
    for (const row of rows) {
      const chain = this.of(row.party);
      const name = `${row.party} link ${row.link}`;
      if (row.link !== chain.length + 1) this.say(`${name} comes after ${chain.length}`);
      else if (row.entry === null) this.say(`${name}: its entry ${row.sealed} is not there`);
      else if (row.sealed <= (this.numbers.get(row.party) ?? 0)) {
        this.say(`${name}: entry ${row.sealed} comes after ${this.numbers.get(row.party)}`);
      } else if (hashOf(row, chain.at(-1) ?? zeros) !== row.hash) this.say(`${name}: another hash`);
      chain.push(row.hash);
      this.numbers.set(row.party, row.sealed);
    }
    return this;
  }

  // The whole file: lines that follow on each other, heads that stand in the chains, and the end of
  // each chain among them.
  anchored(file) {
    let before = zeros;
    const ends = new Map();
    // What has no line feed was never finished.
    for (const [at, text] of file.split("\n").slice(0, -1).entries()) {
      const anchor = JSON.parse(text);
      if (anchor.format !== "onereturn.anchor/1") this.say(`anchor ${at + 1}: ${anchor.format}`);
      if (anchor.number !== at + 1 || anchor.before !== before) {
        this.say(`anchor ${at + 1} does not follow on the line before it`);
      }
      before = sha256(text);
      for (const { party, links: count, head } of anchor.heads) {
        if (this.of(party)[count - 1] !== head) {
          this.say(`anchor ${at + 1}: link ${count} of ${party} is another, or is gone`);
        }
        ends.set(party, Math.max(count, ends.get(party) ?? 0));
      }
    }
    for (const [party, chain] of this.hashes) {
      if (chain.length > (ends.get(party) ?? 0)) this.say(`${party}: its end is not anchored`);
    }
    return this;
  }

  say(text) {
    this.complaints.push(text);
  }
}
