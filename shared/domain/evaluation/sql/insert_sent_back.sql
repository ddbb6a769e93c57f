insert into tenant.sent_back
  (tenant_id, return_id, round_no, agency_id, version_no, words, due_on, asked_by, asked_at)
select r.tenant_id, r.return_id, 1 + (
    select coalesce(max(s.round_no), 0) from tenant.sent_back s
    where s.tenant_id = r.tenant_id and s.return_id = r.return_id),
  r.agency_id, $2::int, normalize($3::text), $4::date, app.person(), $5::timestamptz
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid
returning round_no
