insert into tenant.sight
  (tenant_id, sight_id, to_party, to_name, from_name, parts, from_on, to_on, words, granted_name, granted_at)
values (app.party(), $1, $2, $3, $4, $5::text[], $6::date, $7::date, normalize($8::text), $9, $10::timestamptz)
