with moved as (
  update tenant.action a
  set entry_id = $2, version = a.version + 1, news_at = $4
  from (select x.action_id
        from tenant.action x
        left join tenant.return r on r.tenant_id = x.tenant_id and r.return_id = x.return_id
        left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
        where x.tenant_id = app.party() and x.state = 'open'
          and coalesce(x.entry_id, q.entry_id) = $1) f
  where a.tenant_id = app.party() and a.action_id = f.action_id
  returning a.tenant_id, a.action_id, a.agency_id)
insert into tenant.action_status
  (tenant_id, action_id, status_no, agency_id, kind, text, by_name, at)
select m.tenant_id, m.action_id,
       coalesce((select max(s.status_no)
                 from tenant.action_status s
                 where s.tenant_id = m.tenant_id and s.action_id = m.action_id), 0) + 1,
       m.agency_id, 'changed', 'Organisation: ' || e.name, $3, $4
from moved m
join tenant.register_entry e on e.tenant_id = m.tenant_id and e.entry_id = $1
returning action_id
