insert into tenant.report
  (tenant_id, report_id, report_no, kind, audit_id, return_id, from_on, to_on, title, about, made_at)
select app.party(), $1::uuid, coalesce(max(r.report_no), 0) + 1, $2::text, $3::uuid, $4::uuid, $5::date,
  $6::date, normalize($7::text), normalize($8::text), $9::timestamptz
from tenant.report r
where r.tenant_id = app.party()
returning report_no
