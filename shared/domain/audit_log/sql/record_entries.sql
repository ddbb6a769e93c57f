insert into tenant.audit_entry (tenant_id, person_id, role, job_id, what, subject_kind, subject_ref, facts)
select app.party(), app.person(), app.role(), app.job(), $1, $2, s.ref,
       case when $4::text = '' then '{}'::jsonb else jsonb_build_object('detail', $4::text) end
from unnest($3::text[]) with ordinality as s (ref, position)
order by s.position
