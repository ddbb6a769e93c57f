select count(distinct n.return_id) as reviewed
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.review_return n
  on n.tenant_id = r.tenant_id and n.return_id = r.return_id and n.sent_at is not null
where q.tenant_id = app.party() and q.audit_id = $1
