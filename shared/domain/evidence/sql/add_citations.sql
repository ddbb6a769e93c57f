insert into tenant.citation (tenant_id, evidence_id, unit_id, requirement_code, cited_by)
select app.party(), $1, $2, asked.code, app.person()
from (select distinct code from unnest($3::text[]) as code) asked
where not exists (
  select 1
  from tenant.citation c
  where c.tenant_id = app.party() and c.evidence_id = $1 and c.unit_id = $2
    and c.requirement_code = asked.code and c.removed_at is null)
