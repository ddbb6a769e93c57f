insert into tenant.unit_record (tenant_id, unit_id, record_sha256, body, brought_by, brought_at)
select app.party(), $2::uuid, sha256(convert_to(r.body::text, 'UTF8')), r.body, app.person(), $3
from (select $1::jsonb -> 'record' as body) r
where jsonb_strip_nulls(r.body) <> '{}'
on conflict on constraint unit_record_key do nothing
