select organisation_id, name, kind
from directory.organisation
where closed_on is null
  and $2::text = case $1::text when 'urn' then urn when 'ods' then ods else force_code end
