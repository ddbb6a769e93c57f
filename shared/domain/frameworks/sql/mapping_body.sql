select body, encode(hash, 'hex') as hash
from catalogue.mapping_version
where template_code = $1 and template_version = $2::int
  and framework_code = $3 and framework_version = $4::int and version = $5::int
