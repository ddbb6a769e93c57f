insert into tenant.entry_type (tenant_id, type, words, months, section11, changed_by, changed_at)
select app.party(), $1::text, normalize($2::text), $3::integer, $4::boolean, app.person(), $6::timestamptz
where $5::integer = 0
   or exists (select from tenant.entry_type where tenant_id = app.party() and type = $1::text)
on conflict on constraint entry_type_key do update
  set words = excluded.words, months = excluded.months, section11 = excluded.section11,
      version = entry_type.version + 1, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at
  where entry_type.version = $5::integer
returning version
