select q.request_id, r.return_id, r.state, e.name as agency, e.own_ref, q.title,
  t.name as form_name, q.template_code, q.template_version, coalesce(q.parts, '{}') as parts, app.due_day(q.due_on, r.state, r.back_by) as due_on,
  coalesce(r.latest_version, 0) as version_no, r.received_at,
  v.accepted_at, r.offered_version,
  (select count(*)
   from tenant.action a
   where a.tenant_id = r.tenant_id and a.return_id = r.return_id and a.state = 'open') as actions,
  app.standing(q.state, q.left_out, r.state) as wave_standing, q.left_out,
  e.to_on is not null as organisation_closed
from tenant.request q
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
join catalogue.template_version t
  on t.template_code = q.template_code and t.version = q.template_version
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
left join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
where q.tenant_id = app.party() and q.state <> 'withdrawn'
order by (r.return_id is not null and (v.accepted_at is null or r.offered_version is not null)) desc, r.return_id is null,
  due_on, e.name
