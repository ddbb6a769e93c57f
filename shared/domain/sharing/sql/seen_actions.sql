select a.action_id, coalesce(e.name, '') as organisation, a.source_kind, a.area, a.change, a.what, a.how,
       a.lead, a.by_on, a.progress, a.evidence, a.risks, a.point, a.role, a.state, a.said, a.made_at,
       a.ended_at, coalesce(a.template_code, q.template_code) as form_code,
       coalesce(a.template_version, q.template_version, 0) as form_version, count(*) over () as found
from tenant.action a
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e
  on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
where a.tenant_id = app.source_tenant() and a.state <> 'withdrawn'
  and ($1::uuid is null or a.action_id = $1::uuid)
  and ($3::text = '' or position(lower($3::text) in lower(a.what)) > 0
       or position(lower($3::text) in lower(coalesce(e.name, ''))) > 0)
  and ('all' = any ($4::text[]) or (cardinality($4::text[]) = 0 and a.state = 'open')
       or ('closed' = any ($4::text[]) and a.state <> 'open')
       or ('overdue' = any ($4::text[]) and a.state = 'open' and a.by_on < $2::date))
order by a.by_on nulls last, a.action_id
limit $5::integer offset $6::integer
