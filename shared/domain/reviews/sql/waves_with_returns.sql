select a.audit_id,
       case when strpos(a.title, a.period) > 0 then a.title
            else a.title || ', ' || a.period end as title
from tenant.audit a
where a.tenant_id = app.party()
  and exists (select from tenant.request q
                join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
               where q.tenant_id = a.tenant_id and q.audit_id = a.audit_id and q.state <> 'withdrawn')
order by a.period desc, a.title, a.audit_id
limit 200
