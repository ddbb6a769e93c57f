select requirement_code, facet_code, low, high
from tenant.submission_part
where tenant_id = coalesce(app.source_tenant(), app.party()) and submission_id = $1::uuid
  and requirement_code = any ($2::text[])
