with asked as (
  select code, version, confirmed_by, confirmed_on
  from unnest($3::text[], $4::integer[], $5::text[], $6::date[])
    as asked (code, version, confirmed_by, confirmed_on)),
frozen as (
  insert into tenant.submission_answer
    (tenant_id, submission_id, requirement_code, answer_version, level, na_reason,
     modification_reason, confirmed_by, confirmed_on)
  select a.tenant_id, $1, a.requirement_code, a.version, a.level, a.na_reason,
         a.modification_reason, asked.confirmed_by, asked.confirmed_on
  from tenant.answer a
  join asked on asked.code = a.requirement_code and asked.version = a.version
  where a.tenant_id = app.party() and a.unit_id = $2
  returning requirement_code),
texts as (
  insert into tenant.submission_text
    (tenant_id, submission_id, requirement_code, role, facet_key, text)
  select t.tenant_id, $1, t.requirement_code, t.role, t.facet_key, t.text
  from tenant.answer_text t
  join frozen on frozen.requirement_code = t.requirement_code
  where t.tenant_id = app.party() and t.unit_id = $2 and t.text <> ''),
parts as (
  insert into tenant.submission_part
    (tenant_id, submission_id, requirement_code, facet_code, low, high)
  select p.tenant_id, $1, p.requirement_code, p.facet_code, p.low, p.high
  from tenant.answer_part p
  join frozen on frozen.requirement_code = p.requirement_code
  where p.tenant_id = app.party() and p.unit_id = $2)
select count(*) as frozen
from frozen
