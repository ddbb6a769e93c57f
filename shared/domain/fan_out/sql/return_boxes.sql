select box_no, text, point, state, digest, salt
from tenant.return_box
where tenant_id = $1::uuid and return_id = $2::uuid and version_no = $3::int
order by position
