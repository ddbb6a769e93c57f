with here as (
  select r.return_id, r.offered_version, e.name
  from tenant.return r
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where r.tenant_id = app.party() and q.state <> 'withdrawn' and q.left_out is null
    and (e.to_on is null or r.state in ('evaluated', 'signed_off')))
select c.total, c.of_all, l.id, l.from_name, l.since, null::uuid as with_person
from (select count(h.offered_version) as total, count(*) as of_all from here h) c
left join lateral (
  select h.return_id as id, h.name as from_name, v.delivered_at as since
  from here h
  join tenant.return_version v
    on v.tenant_id = app.party() and v.return_id = h.return_id
   and v.version_no = h.offered_version
  order by v.delivered_at, h.return_id
  limit $1::integer) l on true
order by l.since, l.id
