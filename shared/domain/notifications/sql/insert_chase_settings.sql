insert into tenant.chase_setting (tenant_id, version, is_on, from_minute, until_minute, weekdays,
                                  changed_by, changed_at)
values (app.party(), $1::integer, $2, $3, $4, $5::smallint[], $6, $7)
on conflict on constraint chase_setting_key do nothing
