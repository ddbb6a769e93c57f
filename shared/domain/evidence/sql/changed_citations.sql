with present as (
  select c.requirement_code as code
  from tenant.citation c
  where c.tenant_id = app.party() and c.evidence_id = $1 and c.unit_id = $2
    and c.requirement_code is not null and c.removed_at is null),
asked as (
  select distinct code
  from unnest($3::text[]) as code)
select coalesce(present.code, asked.code) as code
from present
full join asked on asked.code = present.code
where present.code is null or asked.code is null
order by 1
