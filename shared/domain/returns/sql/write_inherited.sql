insert into tenant.answer as a
  (tenant_id, unit_id, requirement_code, level, na_reason, mode, inherited_version,
   confirmed_by, confirmed_at, saved_by, saved_at)
values (app.party(), $1, $2, $3, normalize($4::text), 'inherits', $5,
        case when $6 then app.person() end, case when $6 then $7::timestamptz end,
        app.person(), $7)
on conflict on constraint answer_key do update
  set level = excluded.level, na_reason = excluded.na_reason, modification_reason = null,
      mode = excluded.mode, inherited_version = excluded.inherited_version,
      confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
      version = a.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
  where a.version = $8
returning version, saved_at
