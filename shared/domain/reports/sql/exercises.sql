select a.audit_id, a.title
from tenant.audit a
where a.tenant_id = app.party()
order by a.opens_on desc nulls last, a.title, a.audit_id
limit 200
