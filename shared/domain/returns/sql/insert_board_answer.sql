with made as (
  insert into tenant.board_answer
    (tenant_id, unit_id, board_id, requirement_code, level, na_reason, describes, knows, improve,
     saved_by, saved_at, confirmed_at)
  values (app.party(), $1, $2, $3, $4, normalize($5::text), normalize($6::text),
          normalize($7::text), normalize($8::text), app.person(),
          coalesce($9::timestamptz, now()),
          case when $10::boolean then coalesce($9::timestamptz, now()) end)
  on conflict on constraint board_answer_key do nothing
  returning *)
insert into tenant.board_answer_version
  (tenant_id, unit_id, board_id, requirement_code, version, level, na_reason, describes, knows,
   improve, saved_by, saved_at, confirmed)
select tenant_id, unit_id, board_id, requirement_code, version, level, na_reason, describes, knows,
       improve, saved_by, saved_at, confirmed_at is not null
from made
returning version, saved_at
