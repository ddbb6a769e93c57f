select unit_id
from tenant.unit
where tenant_id = app.party()
  and unit_id = coalesce($1::uuid, app.unit(), unit_id)
  and (app.unit() is null or unit_id = app.unit())
  and ($1::uuid is not null or app.unit() is not null or parent_unit_id is null)
