// Reads what was frozen with a submission for one board, as the superuser, for recompute.mjs.
import { quoted } from "./sql.mjs";

const answersOf = (where) => `
  select a.requirement_code, a.level, a.na_reason,
    (select coalesce(json_agg(t), '[]') from (select x.role, x.facet_key, x.text
       from tenant.submission_text x where x.submission_id = a.submission_id
        and x.requirement_code = a.requirement_code) t) as texts,
    (select coalesce(json_agg(t), '[]') from (select x.facet_code, x.low, x.high
       from tenant.submission_part x where x.submission_id = a.submission_id
        and x.requirement_code = a.requirement_code) t) as parts
  from tenant.submission_answer a where ${where}`;

function answerOf({ level, na_reason: na, texts, parts }) {
  const answer = { level, na, texts: {}, partTexts: {}, parts: {} };
  for (const { role, facet_key: facet, text } of texts) {
    if (facet) (answer.partTexts[facet] ??= {})[role] = text;
    else answer.texts[role] = text;
  }
  for (const { facet_code: facet, low, high } of parts) answer.parts[facet] = [low, high];
  return answer;
}

// The answers of a submission, once for all its boards.
export async function frozenAnswers(sql, submission) {
  const rows = await sql.rows(answersOf(`a.submission_id = ${quoted(submission)}`));
  return new Map(rows.map((row) => [row.requirement_code, answerOf(row)]));
}

const here = (delivery) =>
  `submission_id = ${quoted(delivery.submission_id)} and board_id = ${quoted(delivery.board_id)}
   and (request_id is null or request_id = ${quoted(delivery.request_id)})`;

async function evidenceOf(sql, delivery) {
  const pieces = new Map();
  const lines = await sql.rows(
    `select evidence_id, title, kept_where, requirement_code, box_no
       from tenant.submission_evidence where ${here(delivery)} order by line_no`,
  );
  for (const line of lines) {
    const { evidence_id: id, title, kept_where: kept } = line;
    if (!pieces.has(id)) {
      pieces.set(id, { title, kept_where: kept, requirements: new Set(), boxes: new Set() });
    }
    if (line.requirement_code) pieces.get(id).requirements.add(line.requirement_code);
    if (line.box_no) pieces.get(id).boxes.add(line.box_no);
  }
  return [...pieces.values()];
}

const commitmentsOf = (delivery) => `
  select c.what, c.how, c.lead, c.by_on, c.board_id is not null as for_this_board,
    (select coalesce(json_agg(s), '[]') from tenant.submission_commitment_subject s
      where s.submission_id = c.submission_id and s.commitment_id = c.commitment_id
        and (s.board_id is null or s.board_id = ${quoted(delivery.board_id)})
        and (s.request_id is null or s.request_id = ${quoted(delivery.request_id)})) as subjects
  from tenant.submission_commitment c
  where c.submission_id = ${quoted(delivery.submission_id)}
    and (c.board_id is null or c.board_id = ${quoted(delivery.board_id)})
  order by c.commitment_id`;

// `delivery`: a row of tenant.delivery with its board's area.
export async function frozenFor(sql, content, delivery, answers) {
  const lines = await sql.rows(
    `select * from tenant.submission_box where ${here(delivery)} order by line_no`,
  );
  const area = lines.find((line) => line.kind === "detail" && line.subject === "board.area");
  return {
    form: content.form(delivery.template_code, delivery.template_version),
    framework: content.framework(delivery.framework_code, delivery.framework_version),
    mapping: content.mapping(delivery.template_code, delivery.mapping_version),
    area: area?.text ?? delivery.area,
    parts: delivery.parts ?? [],
    answers,
    lines,
    commitments: await sql.rows(commitmentsOf(delivery)),
    evidence: await evidenceOf(sql, delivery),
  };
}
