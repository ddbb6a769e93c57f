select u.unit_id, u.parent_unit_id, u.name, u.left_on,
       (select count(distinct c.person_id) from identity.colleagues() c
         where c.unit_id = u.unit_id and c.is_current) as people,
       (select count(*) from tenant.request r
         where r.agency_id = app.party() and r.unit_id = u.unit_id and r.state = 'open'
           and r.subject_kind = 'agency') as asked
from tenant.unit u
where u.tenant_id = app.party()
order by u.parent_unit_id is not null, u.left_on is not null, lower(u.name), u.unit_id
