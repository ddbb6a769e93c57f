select distinct on (d.step_id, d.subject_id, d.due_on) d.step_id, d.subject_id, d.due_on, d.what
from tenant.chase_decision d
where d.tenant_id = app.party() and d.subject_id = any ($1::uuid[])
order by d.step_id, d.subject_id, d.due_on, d.decision_no desc
