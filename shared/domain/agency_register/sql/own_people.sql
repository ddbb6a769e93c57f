select c.contact_id, c.entry_id, c.role, r.words as role_words, c.name, c.position, c.email,
       c.telephone, c.valid_from, c.valid_to, c.added_from, coalesce(c.ended_from, '') as ended_from,
       coalesce(c.ended_because, '') as ended_because, c.bounced_at, '' as bounce_reason
from tenant.contact c
join catalogue.contact_role r on r.role = c.role
where c.agency_id = app.party()
order by c.valid_to is not null, c.valid_to desc, r.position, c.name, c.contact_id
