select min(d.on_day) as on_day
from tenant.evidence e
cross join lateral unnest(
  case when e.withdrawn_at is null then array[e.expires_on - $2::integer, e.expires_on]
       else array[(e.withdrawn_at at time zone 'Europe/London')::date + $3::integer + 1] end)
  as d (on_day)
where e.tenant_id = app.party() and d.on_day > $1::date
