insert into tenant.unit (tenant_id, unit_id, name)
select app.party(), app.party(), f.name
from tenancy.own_profile() f
where not exists (
  select 1 from tenant.unit u where u.tenant_id = app.party() and u.parent_unit_id is null)
