select e.entry_id, e.name as entry_name, p.name as board_name, f.confirmed_by, f.confirmed_at,
       (select max(q.asked_at) from tenant.request q
         where q.tenant_id = e.tenant_id and q.agency_id = e.agency_id) as asked_at
from tenant.register_entry e
join tenancy.party_profile p on p.party_id = e.tenant_id
left join lateral (
  select c.confirmed_by, c.confirmed_at
  from tenant.contact_confirmation c
  where c.tenant_id = e.tenant_id and c.entry_id = e.entry_id and c.agency_id = e.agency_id
  order by c.confirmed_at desc
  limit 1) f on true
where e.agency_id = app.party() and e.to_on is null
order by p.name, e.name, e.entry_id
