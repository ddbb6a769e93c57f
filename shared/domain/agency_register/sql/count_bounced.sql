select count(*)::integer as bounced
from tenant.contact c
join tenant.register_entry e on e.tenant_id = c.tenant_id and e.entry_id = c.entry_id
where c.tenant_id = app.party() and c.valid_to is null and e.to_on is null
  and c.bounced_at is not null
