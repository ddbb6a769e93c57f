with texts as (
  insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, text)
  select app.party(), $1, $2, w.role, normalize(w.text)
  from unnest($3::text[], $4::text[]) as w (role, text)
  on conflict on constraint answer_text_key do update set text = excluded.text),
gone as (
  delete from tenant.answer_part
  where tenant_id = app.party() and unit_id = $1 and requirement_code = $2
    and facet_code <> all ($5::text[])),
parts as (
  insert into tenant.answer_part (tenant_id, unit_id, requirement_code, facet_code, low, high)
  select app.party(), $1, $2, p.facet, p.low, p.high
  from unnest($5::text[], $6::integer[], $7::integer[]) as p (facet, low, high)
  on conflict on constraint answer_part_key do update
    set low = excluded.low, high = excluded.high),
source as (
  insert into tenant.inherited_answer
    (tenant_id, unit_id, requirement_code, from_unit_id, from_version, describes, knows, improve)
  values (app.party(), $1, $2, $8, $9, normalize($10::text), normalize($11::text),
          normalize($12::text))
  on conflict on constraint inherited_answer_key do update
    set from_unit_id = excluded.from_unit_id, from_version = excluded.from_version,
        describes = excluded.describes, knows = excluded.knows, improve = excluded.improve)
insert into tenant.answer_version
  (tenant_id, unit_id, requirement_code, version, level, na_reason, mode, inherited_version,
   confirmed, texts, parts, saved_by, saved_at)
select a.tenant_id, a.unit_id, a.requirement_code, a.version, a.level, a.na_reason, a.mode,
       a.inherited_version, a.confirmed_at is not null,
       (select jsonb_agg(jsonb_build_array(w.role, '', normalize(w.text)))
        from unnest($3::text[], $4::text[]) as w (role, text)),
       (select coalesce(jsonb_object_agg(p.facet, jsonb_build_array(p.low, p.high)), '{}')
        from unnest($5::text[], $6::integer[], $7::integer[]) as p (facet, low, high)),
       a.saved_by, a.saved_at
from tenant.answer a
where a.tenant_id = app.party() and a.unit_id = $1 and a.requirement_code = $2
