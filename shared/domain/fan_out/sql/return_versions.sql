select v.version_no, v.standing, v.delivered_at, v.decided_at,
       coalesce(v.decided_by_name, '') as decided_by_name,
       coalesce(v.decision_words, '') as decision_words, v.version_no = r.latest_version as stands
from tenant.return r
join tenant.return_version v on v.tenant_id = r.tenant_id and v.return_id = r.return_id
where r.tenant_id = app.party() and r.return_id = $1::uuid
order by v.version_no desc
