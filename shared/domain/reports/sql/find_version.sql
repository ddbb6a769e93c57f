select d.version_no, f.finished_at is not null as finished, d.subtitle, d.drafted::text as drafted,
  d.facts::text as facts, d.drafted_at, d.saves + (f.finished_at is not null)::integer as saves,
  f.finished_at, encode(f.check_value, 'hex') as check_value, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = f.finished_by), '')
    as finished_by_name
from tenant.report_draft d
left join tenant.report_finish f on f.tenant_id = d.tenant_id and f.report_id = d.report_id
  and f.version_no = d.version_no
where d.tenant_id = app.party() and d.report_id = $1::uuid and d.version_no = $2::integer
