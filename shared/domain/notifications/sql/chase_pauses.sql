select p.pause_id, p.entry_id, p.step_id, coalesce(e.name, s.name, '') as what, p.reason,
       p.paused_by, p.paused_at
from tenant.chase_pause p
left join tenant.register_entry e on e.tenant_id = p.tenant_id and e.entry_id = p.entry_id
left join lateral (
  select v.name from tenant.chase_step v
  where v.tenant_id = p.tenant_id and v.step_id = p.step_id
  order by v.version desc
  limit 1) s on true
where p.tenant_id = app.party() and p.ended_at is null
order by p.paused_at, p.pause_id
