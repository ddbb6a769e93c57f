insert into tenant.audit_entry (tenant_id, person_id, role, job_id, what, subject_kind, subject_ref, facts)
values (app.party(), app.person(), app.role(), app.job(), $1, $2, $3,
  case when $4 = '' then '{}'::jsonb else jsonb_build_object('detail', $4::text) end)
