with recursive above as (
  select u.parent_unit_id as unit_id, 1 as far
  from tenant.unit u
  where u.tenant_id = app.party() and u.unit_id = $1 and u.parent_unit_id is not null
  union all
  select u.parent_unit_id, a.far + 1
  from above a
  join tenant.unit u on u.tenant_id = app.party() and u.unit_id = a.unit_id
  where u.parent_unit_id is not null)
select distinct on (v.requirement_code)
       v.requirement_code, v.unit_id, n.name as unit_name, v.version, v.level, v.na_reason,
       v.saved_by, v.saved_at, coalesce(t.describes, '') as describes,
       coalesce(t.knows, '') as knows, coalesce(t.improve, '') as improve,
       p.facets as part_facets, p.lows as part_lows, p.highs as part_highs
from above a
join tenant.unit n on n.tenant_id = app.party() and n.unit_id = a.unit_id
join tenant.answer_version v
  on v.tenant_id = app.party() and v.unit_id = a.unit_id and v.confirmed
cross join lateral (
  select max(e ->> 2) filter (where e ->> 0 = 'describes') as describes,
         max(e ->> 2) filter (where e ->> 0 = 'knows') as knows,
         max(e ->> 2) filter (where e ->> 0 = 'improve') as improve
  from jsonb_array_elements(v.texts) e
  where e ->> 1 = '') t
cross join lateral (
  select coalesce(array_agg(e.key order by e.key), '{}') as facets,
         coalesce(array_agg(e.value ->> 0 order by e.key), '{}') as lows,
         coalesce(array_agg(e.value ->> 1 order by e.key), '{}') as highs
  from jsonb_each(coalesce(
    (select x.parts
     from tenant.answer_version x
     where x.tenant_id = v.tenant_id and x.unit_id = v.unit_id
       and x.requirement_code = v.requirement_code and x.version <= v.version
       and x.parts is not null
     order by x.version desc
     limit 1), '{}'::jsonb)) e) p
where $2::text is null or v.requirement_code = $2
order by v.requirement_code, a.far, v.version desc
