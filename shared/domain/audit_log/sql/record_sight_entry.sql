insert into tenant.audit_entry (tenant_id, person_id, role, what, subject_kind, subject_ref, facts,
                                payload, payload_salt, payload_digest)
select app.source_tenant(), app.person(), app.role(), $1, $2, $3,
       case when $4 = '' then '{}'::jsonb else jsonb_build_object('detail', $4::text) end,
       $5::text, s.salt, sha256(s.salt || convert_to($5::text, 'UTF8'))
from (select uuid_send(gen_random_uuid()) as salt) s
