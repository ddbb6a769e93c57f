insert into tenant.submission_box
  (tenant_id, submission_id, board_id, line_no, request_id, kind, box_no, requirement_code, role,
   subject, text, level, point, na_reason, reason, by_on, chosen_by, source_version)
select app.party(), $1, b.board_id, b.line_no, b.request_id, b.kind, b.box_no, b.requirement_code,
       b.role, b.subject, b.text, b.level, b.point, b.na_reason, b.reason, b.by_on, b.chosen_by,
       b.source_version
from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::smallint[], $12::text[], $13::text[], $14::text[],
            $15::date[], $16::text[], $17::integer[])
  as b (board_id, line_no, request_id, kind, box_no, requirement_code, role, subject, text, level,
        point, na_reason, reason, by_on, chosen_by, source_version)
