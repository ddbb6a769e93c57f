select box_no, kind, requirement_code, item_code, answer_version, confirmed_on, rule, interval_low,
  interval_high, chosen_by, reason
from tenant.box_source
where tenant_id = $1::uuid and return_id = $2::uuid and version_no = $3::int
order by source_no
