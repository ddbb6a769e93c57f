select v.version_no, v.state = 'finished' as finished, v.subtitle, v.drafted::text as drafted,
  v.facts::text as facts, v.drafted_at, v.saves, v.finished_at, encode(v.check_value, 'hex') as check_value,
  coalesce((select max(n.person_name) from identity.colleagues() n where n.person_id = v.finished_by), '')
    as finished_by_name
from tenant.report_version v
where v.tenant_id = app.party() and v.report_id = $1::uuid and v.version_no = $2::integer
