// The trail's chains after a round, computed anew, and the anchors beside the database.
import { readFileSync } from "node:fs";
import { Chains, links } from "../../support/trail_chain.mjs";
import { quoted } from "./sql.mjs";

// Every so often all links are computed again, else those that came since the last round.
const wholeEach = 50;

export class Sealed {
  constructor(stage) {
    this.stage = stage;
    this.known = new Map();
    this.numbers = new Map();
  }

  // Answers complaints. `whole`: from the first link on.
  async check({ round, whole = round % wholeEach === 0, file = this.anchors() }) {
    const { sql } = this.stage;
    const chains = whole ? new Chains() : new Chains(this.known, this.numbers);
    chains.add(await sql.rows(links(whole ? "true" : this.newer())));
    chains.anchored(file);
    await this.counts(chains);
    if (chains.complaints.length > 0) return chains.complaints;
    this.known = chains.hashes;
    this.numbers = chains.numbers;
    return [];
  }

  anchors() {
    return readFileSync(this.stage.at("anchors/anchors.jsonl"), "utf8");
  }

  newer() {
    const ends = [...this.known].map(([party, chain]) => `(${quoted(party)}, ${chain.length})`);
    if (ends.length === 0) return "true";
    return `s.chain_no > coalesce((select e.links from (values ${ends.join(", ")}) e (party, links)
      where e.party::uuid = s.tenant_id), 0)`;
  }

  // Each entry has its one link, and the heads that the worker goes by are the ends.
  async counts(chains) {
    const { sql } = this.stage;
    const ends = await sql.rows(`
      select p.party_id as party, coalesce(e.n, 0) as entries, coalesce(s.n, 0) as seals,
        coalesce(t.sealed, 0) as sealed, coalesce(t.anchored, 0) as anchored,
        encode(t.head, 'hex') as head
      from tenancy.party p
      left join (select tenant_id, count(*) as n from tenant.audit_entry group by 1) e
        on e.tenant_id = p.party_id
      left join (select tenant_id, count(*) as n from tenant.audit_seal group by 1) s
        on s.tenant_id = p.party_id
      left join jobs.trail t using (party_id)`);
    for (const { party, entries, seals, sealed, anchored, head } of ends) {
      const chain = chains.of(party);
      const counts = [entries, seals, sealed, anchored, chain.length];
      if (new Set(counts).size !== 1) {
        chains.say(`${party}: entries, seals, sealed, anchored, links are ${counts}`);
      }
      if ((chain.at(-1) ?? null) !== head) chains.say(`${party}: another head`);
    }
    const gone = await sql.one("select count(*) from jobs.unsealed");
    if (gone !== "0") chains.say(`${gone} entries wait, or went before they were sealed`);
  }
}
