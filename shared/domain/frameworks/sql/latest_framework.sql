select max(version) as version
from catalogue.framework_version
where framework_code = $1
