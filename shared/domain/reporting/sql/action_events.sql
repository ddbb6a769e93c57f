-- What says where an action stood: enough to go back from now to any day since.
select t.action_id, t.status_no, t.kind, coalesce(t.point, '') as point, coalesce(t.was_point, '') as was_point,
       case when t.kind in ('verified', 'closed') then coalesce(nullif(t.text, ''), t.told) else t.text end as text,
       t.was_on, t.by_on, t.at
from tenant.action_status t
where t.tenant_id = app.party() and t.kind in ('status', 'moved', 'verified', 'closed', 'reopened')
  and t.at >= $1::date::timestamp at time zone 'Europe/London'
order by t.action_id, t.status_no
