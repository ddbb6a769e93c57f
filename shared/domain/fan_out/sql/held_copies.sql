select q.request_id, r.tenant_id as board_id, r.return_id, r.latest_version,
       s.delivered_at as stands_since, s.decided_at as stands_decided_at, n.version_no as newest,
       n.standing, n.delivered_at, n.decided_at,
       coalesce(n.decided_by_name, '') as decided_by_name,
       coalesce(n.decision_words, '') as decision_words
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.return_version s
  on s.tenant_id = r.tenant_id and s.return_id = r.return_id and s.version_no = r.latest_version
join lateral (
  select v.version_no, v.standing, v.delivered_at, v.decided_at, v.decided_by_name, v.decision_words
  from tenant.return_version v
  where v.tenant_id = r.tenant_id and v.return_id = r.return_id
  order by v.version_no desc
  limit 1) n on true
where q.agency_id = app.party() and q.unit_id = $1::uuid and q.state = 'open'
order by q.request_id
