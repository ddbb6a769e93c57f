with answers as (
  insert into tenant.answer as a
    (tenant_id, unit_id, requirement_code, level, na_reason, modification_reason, confirmed_by,
     confirmed_at, version, saved_by, saved_at)
  select app.party(), $2::uuid, x.requirement_code, x.level, x.na_reason, x.modification_reason,
         case when x.confirmed_by = any ($3::uuid[]) then x.confirmed_by
              when x.confirmed_at is not null then app.person() end,
         x.confirmed_at, x.version,
         case when x.saved_by = any ($3::uuid[]) then x.saved_by else app.person() end, x.saved_at
  from jsonb_populate_recordset(null::tenant.answer, $1::jsonb -> 'answers') x
  where x.requirement_code = any ($4::text[])
  on conflict on constraint answer_key do update
    set level = excluded.level, na_reason = excluded.na_reason,
        modification_reason = excluded.modification_reason, mode = 'own',
        inherited_version = null, confirmed_by = excluded.confirmed_by,
        confirmed_at = excluded.confirmed_at, version = excluded.version,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at
  returning 1),
texts as (
  insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, facet_code, text)
  select app.party(), $2::uuid, x.requirement_code, x.role, x.facet_code, x.text
  from jsonb_populate_recordset(null::tenant.answer_text, $1::jsonb -> 'texts') x
  where x.requirement_code = any ($4::text[])
  on conflict on constraint answer_text_key do update set text = excluded.text),
gone as (
  delete from tenant.answer_part
  where tenant_id = app.party() and unit_id = $2::uuid and requirement_code = any ($4::text[])
    and (requirement_code, facet_code) not in (
      select x.requirement_code, x.facet_code
      from jsonb_populate_recordset(null::tenant.answer_part, $1::jsonb -> 'parts') x)),
parts as (
  insert into tenant.answer_part (tenant_id, unit_id, requirement_code, facet_code, low, high)
  select app.party(), $2::uuid, x.requirement_code, x.facet_code, x.low, x.high
  from jsonb_populate_recordset(null::tenant.answer_part, $1::jsonb -> 'parts') x
  where x.requirement_code = any ($4::text[])
  on conflict on constraint answer_part_key do update set low = excluded.low, high = excluded.high),
history as (
  insert into tenant.answer_version
    (tenant_id, unit_id, requirement_code, version, level, na_reason, modification_reason, mode,
     inherited_version, confirmed, texts, parts, saved_by, saved_at)
  select app.party(), $2::uuid, x.requirement_code, x.version, x.level, x.na_reason,
         x.modification_reason, x.mode, x.inherited_version, x.confirmed, x.texts, x.parts,
         case when x.saved_by = any ($3::uuid[]) then x.saved_by else app.person() end, x.saved_at
  from jsonb_populate_recordset(null::tenant.answer_version, $1::jsonb -> 'history') x
  on conflict on constraint answer_version_key do nothing)
select count(*) as answers from answers
