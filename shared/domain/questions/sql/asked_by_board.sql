select q.request_id, q.tenant_id as board_id, q.agency_id, q.template_code, q.template_version,
       coalesce(q.parts, '{}') as parts, p.name as board_name, p.area as board_area,
       p.mark as board_mark, coalesce(u.name, '') as organisation, q.title as audit
from tenant.request q
join tenancy.party_profile p on p.party_id = q.tenant_id
left join tenant.unit u on u.tenant_id = q.agency_id and u.unit_id = q.unit_id
where q.agency_id = app.party() and q.request_id = $1::uuid and q.state = 'open'
