select i.requirement_code, i.from_unit_id, n.name as unit_name, i.from_version,
       i.describes, i.knows, i.improve, v.na_reason is not null as taken_not_applicable,
       coalesce(t.describes, '') as taken_describes, coalesce(t.knows, '') as taken_knows,
       coalesce(t.improve, '') as taken_improve,
       p.facets as part_facets, p.lows as part_lows, p.highs as part_highs,
       coalesce(a.level = v.level, false) as takes_parts
from tenant.inherited_answer i
join tenant.answer a
  on a.tenant_id = i.tenant_id and a.unit_id = i.unit_id
 and a.requirement_code = i.requirement_code and a.mode = 'inherits'
join tenant.unit n on n.tenant_id = i.tenant_id and n.unit_id = i.from_unit_id
join tenant.answer_version v
  on v.tenant_id = i.tenant_id and v.unit_id = i.from_unit_id
 and v.requirement_code = i.requirement_code and v.version = i.from_version
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
where i.tenant_id = app.party() and i.unit_id = $1
  and ($2::text is null or i.requirement_code = $2)
order by i.requirement_code
