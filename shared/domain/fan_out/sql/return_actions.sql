select action_id, source_kind, area, change, what, how, lead, by_on, places
from tenant.action
where tenant_id = $1::uuid and return_id = $2::uuid and version_no = $3::int
order by by_on nulls last, action_id
