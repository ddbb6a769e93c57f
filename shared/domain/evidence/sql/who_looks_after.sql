select w.person_id, w.person_name, w.email
from tenant.evidence e
join tenant.evidence_version v
  on v.tenant_id = e.tenant_id and v.evidence_id = e.evidence_id and v.version = e.version
cross join lateral identity.who_looks_after(v.saved_by, e.unit_id) w
where e.tenant_id = app.party() and e.evidence_id = $1
order by w.email
