select a.assignment_id, a.unit_id, a.place_kind, a.place, a.person_id, a.note, a.by_on,
       p.person_name, coalesce(p.here, false) as here, g.person_name as given_by_name
from tenant.assignment a
left join (select person_id, max(person_name) as person_name, bool_or(is_current) as here
             from identity.colleagues() group by person_id) p
  on p.person_id = a.person_id
left join (select distinct person_id, person_name from identity.colleagues()) g
  on g.person_id = a.given_by
where a.tenant_id = app.party() and a.unit_id = $1 and a.ended_at is null
order by a.by_on nulls last, a.place_kind, a.place, p.person_name
