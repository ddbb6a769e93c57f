select coalesce(a.template_code, v.template_code) as form_code,
       coalesce(a.template_version, v.template_version) as form_version, a.role, a.state = 'open' as is_open,
       count(*) as n
from tenant.action a
left join tenant.return_version v
  on v.tenant_id = a.tenant_id and v.return_id = a.return_id and v.version_no = a.version_no
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e
  on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
where a.tenant_id = app.party() and a.state <> 'withdrawn' and (a.state <> 'open' or e.to_on is null)
  and (a.state = 'open' or a.ended_at >= $1::date::timestamp at time zone 'Europe/London')
group by 1, 2, 3, 4
