select l.release_no, l.version_no, coalesce(c.name, '') as by_name, l.released_at
from tenant.evaluation_release l
left join (
  select n.person_id, max(n.person_name) as name from identity.colleagues() n group by n.person_id) c
  on c.person_id = l.released_by
where l.tenant_id = app.party() and l.return_id = $1::uuid
order by l.version_no, l.release_no
