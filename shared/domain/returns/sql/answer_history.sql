select v.version, v.level, v.na_reason, v.confirmed, v.mode, v.saved_at, n.person_name,
       t.describes, t.knows, t.improve,
       (select max(m.from_room) from tenant.merged_answer m
         where m.tenant_id = v.tenant_id and m.unit_id = v.unit_id and m.kind = 'answer'
           and m.requirement_code = v.requirement_code and m.version = v.version) as stood_in,
       (select max(m.from_room) from tenant.merged_answer m
         where m.tenant_id = v.tenant_id and m.unit_id = v.unit_id and m.kind = 'answer'
           and m.requirement_code = v.requirement_code and m.version = v.version - 1) as kept_beside
from tenant.answer_version v
left join (select distinct person_id, person_name from identity.colleagues()) n
  on n.person_id = v.saved_by
cross join lateral (
  select max(e ->> 2) filter (where e ->> 0 = 'describes') as describes,
         max(e ->> 2) filter (where e ->> 0 = 'knows') as knows,
         max(e ->> 2) filter (where e ->> 0 = 'improve') as improve
  from jsonb_array_elements(v.texts) e
  where e ->> 1 = '') t
where v.tenant_id = app.party() and v.unit_id = $1 and v.requirement_code = $2
order by v.version desc
limit 100
