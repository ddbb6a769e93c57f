select c.contact_id, c.entry_id, c.role, coalesce(r.rung, '') as rung, c.name, c.email
from tenant.contact c
join catalogue.contact_role r on r.role = c.role
where c.tenant_id = app.party() and c.entry_id = any ($1::uuid[]) and c.valid_to is null
  and c.bounced_at is null and c.email <> ''
order by r.position, c.name, c.contact_id
