select audit_id
from tenant.audit
where tenant_id = app.party() and template_code = $1::text and template_version = $2::integer
  and period = $3::text and mode = 'single'
order by opens_on nulls first, audit_id
limit 1
