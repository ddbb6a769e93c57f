select s.submitted_at, a.level, a.na_reason, t.describes, t.knows, t.improve
from tenant.submission s
join tenant.submission_answer a
  on a.tenant_id = s.tenant_id and a.submission_id = s.submission_id and a.requirement_code = $2
cross join lateral (
  select max(x.text) filter (where x.role = 'describes') as describes,
         max(x.text) filter (where x.role = 'knows') as knows,
         max(x.text) filter (where x.role = 'improve') as improve
  from tenant.submission_text x
  where x.tenant_id = s.tenant_id and x.submission_id = s.submission_id
    and x.requirement_code = $2 and x.facet_key = '') t
where s.tenant_id = app.party() and s.unit_id = $1
order by s.submitted_at desc
limit 1
