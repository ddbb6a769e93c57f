insert into tenant.evaluation_setting (tenant_id, second_look, changed_by, changed_at)
values (app.party(), $1::boolean, app.person(), $2::timestamptz)
on conflict on constraint evaluation_setting_key do update
  set second_look = excluded.second_look, changed_by = excluded.changed_by,
    changed_at = excluded.changed_at
