select distinct p.person_id, p.seen_at, n.person_name
from tenant.presence p
join identity.colleagues() n on n.person_id = p.person_id
where p.tenant_id = app.party() and p.unit_id = $1 and p.place_kind = $2 and p.place = $3
  and p.person_id <> app.person() and p.seen_at > $4::timestamptz - interval '5 minutes'
order by n.person_name
