with last_asked as (
  select distinct on (q.entry_id) q.entry_id, app.due_day(q.due_on, r.state, r.back_by) as due_on,
         app.standing(q.state, q.left_out, r.state) as standing
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.source_tenant() and q.entry_id is not null and q.state <> 'withdrawn'
  order by q.entry_id, q.due_on desc, (r.return_id is not null), q.request_id)
select count(*) as organisations, count(*) filter (where a.standing = 'awaited') as awaited,
       count(*) filter (where app.is_late(a.standing, a.due_on, $1::date)) as late
from tenant.register_entry e
left join last_asked a on a.entry_id = e.entry_id
where e.tenant_id = app.source_tenant() and e.to_on is null
