select version, is_on, from_minute, until_minute, weekdays, changed_by, changed_at
from tenant.chase_setting
where tenant_id = app.party()
order by version desc
limit 1
