select r.tenant_id as board_id, r.request_id, u.unit_id, u.name as unit_name,
       u.parent_unit_id is null as of_the_whole, r.title, r.period, r.due_on, r.asked_at, coalesce(r.parts, '{}') as parts,
       r.template_code, r.template_version,
       p.name as board_name, p.area as board_area, p.mark as board_mark, p.aliases, p.procedures,
       m.framework_code, m.framework_version, m.version as mapping_version,
       d.submission_id, d.submitted_at, d.state as delivery_state, v.accepted_at
from tenant.request r
join tenancy.party_profile p on p.party_id = r.tenant_id
join tenant.unit u
  on u.tenant_id = r.agency_id
 and (u.unit_id = r.unit_id or (r.unit_id is null and u.parent_unit_id is null))
left join lateral (
  select v.framework_code, v.framework_version, v.version
  from catalogue.mapping_version v
  where v.template_code = r.template_code
    and v.template_version = r.template_version
    and v.status in ('live', 'reviewed')
  order by v.framework_version desc, v.version desc
  limit 1) m on true
left join lateral (
  select e.board_id, e.return_id, e.version_no, e.state, s.submission_id, s.submitted_at
  from tenant.delivery e
  join tenant.submission s on s.tenant_id = e.tenant_id and s.submission_id = e.submission_id
  where e.tenant_id = app.party() and e.request_id = r.request_id
  order by s.submitted_at desc
  limit 1) d on true
left join tenant.return_version v
  on v.tenant_id = d.board_id and v.return_id = d.return_id and v.version_no = d.version_no
where r.agency_id = app.party() and r.state = 'open' and r.subject_kind = 'agency'
order by r.due_on, p.name, u.name
