select body, encode(hash, 'hex') as hash
from catalogue.framework_version
where framework_code = $1 and version = $2::int
