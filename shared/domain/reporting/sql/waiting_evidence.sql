with here as (
  select a.ask_id, a.return_id, a.answered_at, a.state <> 'open' as waits
  from tenant.return_evidence_ask a
  join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where a.tenant_id = app.party() and e.to_on is null
    and not exists (select from tenant.return_evidence_decision d
                    where d.tenant_id = a.tenant_id and d.ask_id = a.ask_id))
select c.total, c.of_all, l.id, l.from_name, l.since, null::uuid as with_person
from (select count(*) filter (where h.waits) as total, count(*) as of_all from here h) c
left join lateral (
  select h.ask_id as id, coalesce(e.name, '') as from_name, h.answered_at as since
  from here h
  join tenant.return r on r.tenant_id = app.party() and r.return_id = h.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where h.waits
  order by h.answered_at, h.ask_id
  limit $1::integer) l on true
order by l.since, l.id
