with newest as (
  select distinct on (x.return_id) x.return_id, x.version_no, x.released_at, x.body,
         q.title, coalesce(e.name, '') as organisation
  from tenant.evaluation_release x
  join tenant.return r on r.tenant_id = x.tenant_id and r.return_id = x.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where x.tenant_id = app.source_tenant() and ($1::uuid is null or x.return_id = $1::uuid)
    and ($2::text = '' or position(lower($2::text) in lower(coalesce(e.name, ''))) > 0)
  order by x.return_id, x.version_no desc, x.release_no desc)
select n.return_id, n.version_no, n.released_at, n.title, n.organisation,
       case when $1::uuid is null then '' else n.body::text end as body, count(*) over () as found
from newest n
order by n.released_at desc, n.return_id
limit $3::integer offset $4::integer
