insert into tenant.audit_entry (tenant_id, person_id, role, job_id, what, subject_kind, subject_ref, facts,
                                payload, payload_salt, payload_digest)
select app.party(), app.person(), app.role(), app.job(), $1, $2, $3,
       case when $4 = '' then '{}'::jsonb else jsonb_build_object('detail', $4::text) end,
       nullif($5::text, ''), s.salt, sha256(s.salt || convert_to($5::text, 'UTF8'))
from (select case when $5::text <> '' then uuid_send(gen_random_uuid()) end as salt) s
