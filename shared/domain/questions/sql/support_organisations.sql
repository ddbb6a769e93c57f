select o.support_id, o.entry_id, e.name
from tenant.support_organisation o
join tenant.register_entry e on e.tenant_id = o.tenant_id and e.entry_id = o.entry_id
where o.tenant_id = app.party()
order by e.name, o.entry_id
