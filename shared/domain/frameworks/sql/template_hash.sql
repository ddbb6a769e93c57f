select encode(hash, 'hex') as hash
from catalogue.template_version
where template_code = $1 and version = $2::int
