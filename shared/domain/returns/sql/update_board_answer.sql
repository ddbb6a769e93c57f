with changed as (
  update tenant.board_answer
  set level = $4, na_reason = normalize($5::text), describes = normalize($6::text),
      knows = normalize($7::text), improve = normalize($8::text), version = version + 1,
      saved_by = app.person(), saved_at = coalesce($9::timestamptz, now()),
      confirmed_at = case when $11::boolean then coalesce($9::timestamptz, now()) end
  where tenant_id = app.party() and unit_id = $1 and board_id = $2 and requirement_code = $3
    and version = $10
  returning *)
insert into tenant.board_answer_version
  (tenant_id, unit_id, board_id, requirement_code, version, level, na_reason, describes, knows,
   improve, saved_by, saved_at, confirmed)
select tenant_id, unit_id, board_id, requirement_code, version, level, na_reason, describes, knows,
       improve, saved_by, saved_at, confirmed_at is not null
from changed
returning version, saved_at
