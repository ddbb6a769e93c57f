with names as (select distinct person_id, person_name from identity.colleagues())
select r.remark_id, r.unit_id, r.place_kind, r.place, r.text, r.missing, r.for_person, r.at,
       r.settled_at, f.person_name as for_name, b.person_name as by_name,
       s.person_name as settled_by_name
from tenant.remark r
left join names f on f.person_id = r.for_person
left join names b on b.person_id = r.by_person
left join names s on s.person_id = r.settled_by
where r.tenant_id = app.party() and r.unit_id = $1
  and ($2::text is null or (r.place_kind = $2 and r.place = $3))
order by r.at, r.remark_id
