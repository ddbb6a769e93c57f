with here as (
  select c.contact_id, c.entry_id, e.name, c.bounced_at
  from tenant.contact c
  join tenant.register_entry e on e.tenant_id = c.tenant_id and e.entry_id = c.entry_id
  where c.tenant_id = app.party() and c.valid_to is null and e.to_on is null)
select c.total, c.of_all, l.id, l.from_name, l.since, null::uuid as with_person
from (select count(h.bounced_at) as total, count(*) as of_all from here h) c
left join lateral (
  select h.entry_id as id, h.name as from_name, h.bounced_at as since
  from here h
  where h.bounced_at is not null
  order by h.bounced_at, h.contact_id
  limit $1::integer) l on true
order by l.since, l.id
