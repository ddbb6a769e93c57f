insert into tenant.chase_decision
  (tenant_id, step_id, subject_id, due_on, decision_no, what, decided_by, decided_at)
select app.party(), $1::uuid, s.subject_id, s.due_on,
       coalesce((select max(d.decision_no) from tenant.chase_decision d
                  where d.tenant_id = app.party() and d.step_id = $1::uuid
                    and d.subject_id = s.subject_id), 0)
         + row_number() over (partition by s.subject_id order by s.due_on),
       $4, $5, $6::timestamptz
from unnest($2::uuid[], $3::date[]) as s (subject_id, due_on)
on conflict on constraint chase_decision_key do nothing
