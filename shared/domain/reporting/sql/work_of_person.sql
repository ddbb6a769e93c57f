select (select count(distinct t.return_id) from tenant.evaluation_task t
         where t.tenant_id = app.party() and t.person_id = $1::uuid and t.ended_at is null) as returns,
       (select count(*) from tenant.action a
         where a.tenant_id = app.party() and a.with_person = $1::uuid and a.state = 'open') as actions,
       (select count(*) from tenant.thread t
         where t.tenant_id = app.party() and t.assigned_to = $1::uuid
           and t.waits_for in ('board', 'agency')) as questions,
       (select count(*) from tenant.review v
         where v.tenant_id = app.party() and v.person_id = $1::uuid and v.ended_at is null
           and v.until_on >= $2::date) as reviews
