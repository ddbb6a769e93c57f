// What leaves by other ways than a page: the export of a unit, which a lead makes with the
// operator's program; and the bytes of a file that somebody else has too, which nobody may notice.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { essence, firstDifference } from "./compare.mjs";

function exported(admin, token, unit) {
  const { status, stdout, stderr } = spawnSync(admin, ["unit", "export", "--unit", unit], {
    input: `${token}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 27,
  });
  return { status, text: stdout, said: stderr.replaceAll(unit, "{asked}") };
}

const unitsOf = (region) =>
  region.parties.flatMap((party) => (party.units ?? []).map((unit) => ({ ...unit, party })));

// Each centre's own export, as answers that somebody of that centre alone reads.
export function ownExports({ region, admin, role }) {
  return unitsOf(region)
    .filter(({ party }) => party.units.length > 1)
    .map(({ code, name, party }) => {
      const lead = role(party.code, "lead");
      const { status, text, said } = exported(admin, lead.token, name);
      if (status !== 0) throw new Error(`no export of ${name}: ${said}`);
      const path = `the export of ${name}`;
      const reader = { name: lead.name, kind: lead.kind, party: party.code, unit: code };
      return [reader, { texts: [{ path, type: "application/json", text, status: 200 }] }];
    });
}

// Leads of other agencies ask for the export of units that are not theirs.
export function foreignExports({ region, admin, role }) {
  const leads = ["thornmere-police", "moorland-ambulance", "thistle-row"];
  const results = [];
  for (const visitor of leads.map((code) => role(code, "lead"))) {
    const nowhere = exported(admin, visitor.token, "Nowhere in particular");
    for (const { name, party } of unitsOf(region)) {
      if (party.code === visitor.party || isOwnName(region, visitor.party, name)) continue;
      const there = exported(admin, visitor.token, name);
      const same = there.status === nowhere.status && there.said === nowhere.said;
      const leak = same && there.text === "" ? "" : `differs: ${there.said} | ${nowhere.said}`;
      const route = { id: "admin unit export" };
      const about = { visitor, victim: { who: party.code, kind: "agency" }, route, place: "unit" };
      results.push({ ...about, sort: "export", status: 404, leak });
    }
  }
  return results;
}

const isOwnName = (region, code, name) =>
  unitsOf(region).some((one) => one.party.code === code && one.name === name);

// The same file is kept by two agencies: whoever brings it second is told what anybody is told.
export async function sameBytes({ files, role }) {
  const results = [];
  for (const [owner, text] of files) {
    for (const code of ["thornmere-police", "moorland-ambulance", "thistle-row"]) {
      if (code === owner) continue;
      const visitor = role(code, "lead");
      const other = text.replace(/Mark\w{14}/g, () => `Mark${randomBytes(7).toString("hex")}`);
      const sent = [await bring(visitor, text), await bring(visitor, other)];
      const about = { asked: sent.map((one) => one.digest), visitor, known: new Set() };
      const [a, b] = sent.map((one) => essence(one.answer, about));
      const leak = a === b ? "" : `differs: ${firstDifference(a, b).join(" | ")}`;
      const route = { id: "PUT /api/v1/evidence/files/{sha256}" };
      const who = { visitor, victim: { who: owner, kind: "agency" }, route, place: "bytes" };
      results.push({ ...who, sort: "content", status: sent[0].answer.status, leak });
    }
  }
  return results;
}

async function bring(visitor, text) {
  const digest = createHash("sha256").update(text).digest("hex");
  const path = `/api/v1/evidence/files/${digest}?name=a.pdf&title=A page`;
  const answer = await visitor.ask("PUT", path.replaceAll(" ", "%20"), { raw: Buffer.from(text) });
  return { digest, answer };
}
