select party_role, name, position, statement, at
from tenant.sign_off
where tenant_id = $1::uuid and return_id = $2::uuid and version_no = $3::int
order by at
