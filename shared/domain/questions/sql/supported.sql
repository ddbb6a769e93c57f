select e.entry_id, e.name
from tenant.register_entry e
where e.tenant_id = app.party() and e.to_on is null
order by e.name, e.entry_id
