select count(*) filter (where a.state = 'open') as open,
       count(*) filter (where a.state = 'open' and a.by_on < $1::date) as overdue,
       count(*) filter (where a.state = 'open' and a.said = 'done') as to_verify,
       count(*) filter (where a.state = 'open' and n.person_id is null) as with_nobody,
       count(*) filter (where a.state <> 'open') as closed
from tenant.action a
left join (select distinct person_id from identity.colleagues() where is_current) n
  on n.person_id = a.with_person
where a.tenant_id = app.party() and a.state <> 'withdrawn'
