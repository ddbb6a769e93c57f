insert into tenant.explanation
  (tenant_id, unit_id, request_id, board_id, rule, subject, text, by_person)
values (app.party(), $1, $2, $3, $4, $5, normalize($6::text), app.person())
