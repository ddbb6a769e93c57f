with each as (
  select r.period, q.standard, r.requirement_code, r.level, r.n,
         sum(r.n) over (partition by r.period, r.requirement_code) as answered
  from tenant.rollup r
  join catalogue.requirement q on q.requirement_code = r.requirement_code
  where r.tenant_id = app.source_tenant() and r.n > 0)
select e.period, e.standard, e.level, sum(e.n) as count,
       min(min(e.answered)) over (partition by e.period, e.standard) as fewest
from each e
group by e.period, e.standard, e.level
order by e.period desc, length(e.standard), e.standard, e.level
limit 400
