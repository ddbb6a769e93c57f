select s.step_id, s.version, s.about, s.days, s.at_minute, s.rung, s.name, s.subject, s.body,
       s.needs_approval
from tenant.chase_step s
where s.tenant_id = app.party() and not s.is_removed
  and s.version = (select max(v.version) from tenant.chase_step v
                    where v.tenant_id = s.tenant_id and v.step_id = s.step_id)
order by s.about desc, s.days, s.at_minute, s.name, s.step_id
