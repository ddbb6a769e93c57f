select a.requirement_code, a.answer_version, a.level, a.na_reason, a.confirmed_by, a.confirmed_on,
  t.role, t.facet_key, t.text
from tenant.submission_answer a
left join tenant.submission_text t
  on t.tenant_id = a.tenant_id and t.submission_id = a.submission_id
  and t.requirement_code = a.requirement_code
where a.tenant_id = coalesce(app.source_tenant(), app.party()) and a.submission_id = $1::uuid
  and a.requirement_code = any ($2::text[])
