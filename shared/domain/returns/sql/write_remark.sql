insert into tenant.remark
  (tenant_id, unit_id, place_kind, place, text, for_person, missing, by_person, at)
values (app.party(), $1, $2, $3, normalize($4::text), $5, $6, app.person(), $7)
