insert into tenant.submission
  (tenant_id, submission_id, unit_id, scope, framework_code, framework_version, snapshot_hash,
   authorised_name, authorised_position, statement, authorised_by, submitted_at)
select app.party(), $1, $2, $10::text[], $3::text, $4::integer,
       sha256(convert_to($3 || ' ' || $4::text || coalesce(
         (select string_agg(a.requirement_code || ' ' || a.version, ',' order by a.requirement_code)
          from tenant.answer a
          where a.tenant_id = app.party() and a.unit_id = $2), '') || coalesce(
         (select string_agg(b.request_id || ' ' || b.kind || ' ' || b.box_no || ' ' || b.version, ','
                            order by b.request_id, b.kind, b.box_no)
          from tenant.board_box b
          where b.tenant_id = app.party() and b.unit_id = $2 and b.request_id = any ($9::uuid[])),
         ''), 'UTF8')),
       normalize($5::text), normalize($6::text), normalize($7::text), app.person(), $8
