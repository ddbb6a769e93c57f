select a.title, a.due_on, coalesce(c.awaited, 0) as awaited, coalesce(c.to_evaluate, 0) as to_evaluate,
       coalesce(c.sent_back, 0) as sent_back, coalesce(c.evaluated, 0) as evaluated,
       coalesce(c.signed_off, 0) as signed_off, coalesce(c.left_out, 0) as left_out
from tenant.audit a
left join tenant.audit_count c on c.tenant_id = a.tenant_id and c.audit_id = a.audit_id
where a.tenant_id = app.source_tenant()
order by a.opens_on desc nulls last, a.title, a.audit_id
limit 50
