select q.request_id, q.entry_id, e.name as entry_name, q.title, t.name as form_name,
       q.template_code, q.template_version, q.period, coalesce(q.parts, '{}') as parts, q.due_on,
       q.asked_at, q.state, q.left_out,
       r.return_id, r.return_id is not null as received,
       case when r.state = 'returned' then r.back_by end as back_by
from tenant.request q
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
join catalogue.template_version t
  on t.template_code = q.template_code and t.version = q.template_version
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
where q.tenant_id = app.party() and q.subject_kind = 'agency'
  and ($1::uuid is null or q.entry_id = $1) and ($2::uuid is null or q.request_id = $2)
order by q.due_on, q.title, q.request_id
