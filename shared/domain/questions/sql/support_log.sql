select s.support_id, s.kind, s.on_date, s.who, s.notes, s.made_at, s.struck_at,
       c.person_name as made_by_name
from tenant.support s
left join (select distinct on (c.person_id) c.person_id, c.person_name
           from identity.colleagues() c order by c.person_id) c on c.person_id = s.made_by
where s.tenant_id = app.party()
order by s.on_date desc, s.made_at desc, s.support_id
limit 2000
