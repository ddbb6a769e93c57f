insert into tenant.asking (tenant_id, asking_id, entry_id, audit_id, asked_by, asked_at)
values (app.party(), $1, $2, $3, app.person(), $4)
on conflict on constraint asking_key do nothing
returning asking_id
