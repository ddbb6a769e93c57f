select p.box_no, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = p.person_id), '') as name
from tenant.evaluation_presence p
where p.tenant_id = app.party() and p.evaluation_id = $1::uuid and p.person_id <> app.person()
  and p.seen_at >= $2::timestamptz - interval '1 minute'
order by 2
limit 20
