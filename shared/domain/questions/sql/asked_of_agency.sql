select q.request_id, q.tenant_id as board_id, q.agency_id, q.template_code, q.template_version,
       coalesce(q.parts, '{}') as parts, '' as board_name, '' as board_area, '' as board_mark,
       coalesce(e.name, f.name, '') as organisation, q.title as audit
from tenant.request q
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
left join tenancy.party_profile f on f.party_id = q.agency_id
where q.tenant_id = app.party() and q.request_id = $1::uuid and q.state = 'open'
  and q.agency_id is not null
