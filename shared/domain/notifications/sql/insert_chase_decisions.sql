insert into tenant.chase_decision (tenant_id, step_id, subject_id, decision_no, what, decided_by, decided_at)
select app.party(), $1::uuid, s.subject_id,
       coalesce((select max(d.decision_no) from tenant.chase_decision d
                  where d.tenant_id = app.party() and d.step_id = $1::uuid
                    and d.subject_id = s.subject_id), 0) + 1,
       $3, $4, $5::timestamptz
from unnest($2::uuid[]) as s (subject_id)
on conflict on constraint chase_decision_key do nothing
