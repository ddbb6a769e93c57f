// Two small rooms that become one, with a file in the room that goes. Rooms are made by the
// operator's functions; the lead's last press is what a round disturbs.
import { createHash, randomBytes } from "node:crypto";
import { until } from "./programs.mjs";
import { quoted } from "./sql.mjs";

async function makeRoom(sql, name) {
  const token = randomBytes(32).toString("base64url");
  const digest = createHash("sha256").update(Buffer.from(token)).digest("hex");
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@rooms.example`;
  const one = (query) => sql.one(query);
  const profile = quoted(JSON.stringify({ name }));
  const party = await one(
    `select operator.add_party(null, 'agency', null, 'active', ${profile}::jsonb)`,
  );
  const person = await one(`select operator.add_person(null, ${quoted(email)}, 'A lead', '')`);
  const member = `${quoted(person)}, ${quoted(party)}, null, 'lead', ''`;
  const membership = await one(`select operator.add_membership(null, ${member})`);
  const session = `'\\x${digest}', ${quoted(person)}, ${quoted(membership)}, 'bearer', '1 day'`;
  await sql.run(`select operator.issue_session(${session})`);
  await sql.run(
    `insert into tenant.unit (tenant_id, unit_id, name)
     values (${quoted(party)}, ${quoted(party)}, 'All of it')`,
  );
  return { code: name, id: party, lead: token, person };
}

// Everything up to the second press.
export async function makeMerge(work) {
  const { sql } = work.stage;
  const stays = await makeRoom(sql, `Stays ${work.mark}`);
  const goes = await makeRoom(sql, `Goes ${work.mark}`);
  const upload = await work.upload(goes);
  if (!upload.evidence) await work.settleUpload(upload);
  const clean = `select count(*) from tenant.evidence_blob
    where tenant_id = ${quoted(goes.id)} and scan = 'clean'`;
  await until(async () => (await sql.one(clean)) === "1", "the file of a room is checked");
  const merge = await sql.one(
    `insert into tenancy.room_merge (stays_id, goes_id, proposed_by, goes_agreed_by, goes_agreed_at,
       stays_counts, goes_counts)
     values (${quoted(stays.id)}, ${quoted(goes.id)}, ${quoted(goes.person)},
       ${quoted(goes.person)}, now(), '{}', '{}') returning merge_id`,
  );
  const record = { stays, goes, merge, upload, told: false };
  record.press = () => press(work, record);
  record.settle = () => until(() => record.press().then(() => record.told), "the rooms are one");
  work.merges.push(record);
  return record;
}

// "merged" is what a press after the merge is told as well.
async function press(work, record) {
  const place = `/merge/${record.merge}/agree`;
  const answer = await work.press("merge", record.stays.lead, "/merge", place);
  if (!answer) return;
  if (answer.status === 303 && answer.headers.location?.includes("done=merged")) record.told = true;
  else if (answer.status === 303 && !answer.headers.location?.includes("done=busy")) {
    work.complaints.push(`the merge was answered with ${answer.headers.location}`);
  } else if (answer.status > 0 && answer.status < 500 && answer.status !== 303) {
    work.complaints.push(`the merge was refused: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
}
