select distinct on (t.template_code) t.template_code, t.version,
       coalesce(t.owner_party = app.party(), false) as own,
       (m.published_at at time zone 'Europe/London')::date as published_on
from catalogue.template_version t
left join lateral (
  select published_at
  from catalogue.mapping_version
  where template_code = t.template_code and template_version = t.version
    and framework_code = $1 and framework_version = $2::int
    and status in ('live', 'reviewed')
  order by version desc
  limit 1) m on true
where t.audience = 'public' or t.owner_party = app.party()
order by t.template_code, t.version desc
