with due as (
  select e.evidence_id, e.expires_on,
         case when e.expires_on > $1::date then 'soon' else 'over' end as stage
  from tenant.evidence e
  where e.tenant_id = app.party() and e.withdrawn_at is null
    and e.expires_on between $1::date - $3::integer and $1::date + $4::integer)
insert into tenant.evidence_reminder (tenant_id, evidence_id, expires_on, stage, sent_at)
select app.party(), evidence_id, expires_on, stage, $2
from due
on conflict on constraint evidence_reminder_key do nothing
returning evidence_id, expires_on, stage
