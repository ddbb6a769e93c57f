select b.return_id, b.version_no, b.box_no, coalesce(b.text, '') as words, b.salt is null as redacted,
  b.point is not null as has_point, b.redacted_at
from unnest($1::uuid[], $2::integer[]) as v (return_id, version_no)
join tenant.return_box b on b.tenant_id = app.party() and b.return_id = v.return_id
  and b.version_no = v.version_no
