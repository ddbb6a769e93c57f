select live.version, encode(live.hash, 'hex') as hash
from unnest($1::text[], $2::int[]) with ordinality as wanted (code, version, place)
left join lateral (
  select m.version, m.hash
  from catalogue.mapping_version m
  where m.template_code = wanted.code and m.template_version = wanted.version
    and m.framework_code = $3 and m.framework_version = $4::int
    and m.status in ('live', 'reviewed')
  order by m.version desc
  limit 1) live on true
order by wanted.place
