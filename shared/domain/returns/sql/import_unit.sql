insert into tenant.unit (tenant_id, unit_id, parent_unit_id, organisation_id, name)
select app.party(), u.unit_id, root.unit_id,
       (select o.organisation_id from directory.organisation o
        where o.organisation_id = u.organisation_id), u.name
from jsonb_populate_record(null::tenant.unit, $1::jsonb -> 'unit') u
join tenant.unit root on root.tenant_id = app.party() and root.parent_unit_id is null
on conflict on constraint unit_key do nothing
