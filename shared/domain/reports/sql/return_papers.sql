select p.kind, p.with_sources, p.format, p.file_id, p.state, p.reason, p.of_standing, p.of_erased, p.asked_at,
  p.made_at, p.size_bytes, encode(p.sha256, 'hex') as sha256
from tenant.return_paper p
where p.tenant_id = app.party() and p.request_id = $1::uuid and p.version_no in (0, $2::integer)
order by p.kind, p.with_sources, p.format
