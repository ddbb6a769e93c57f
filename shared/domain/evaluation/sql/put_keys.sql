insert into tenant.evaluator_setting (tenant_id, person_id, keys)
values (app.party(), app.person(), $1::boolean)
on conflict on constraint evaluator_setting_key do update set keys = excluded.keys
