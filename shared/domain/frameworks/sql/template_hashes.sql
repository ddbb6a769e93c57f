select encode(v.hash, 'hex') as hash
from unnest($1::text[], $2::int[]) with ordinality as wanted (code, version, place)
left join catalogue.template_version v
  on v.template_code = wanted.code and v.version = wanted.version
order by wanted.place
