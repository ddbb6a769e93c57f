with last_asked as (
  select distinct on (q.entry_id) q.entry_id, app.due_day(q.due_on, r.state, r.back_by) as due_on,
         (r.received_at at time zone 'Europe/London')::date as received_on,
         app.standing(q.state, q.left_out, r.state) as standing
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.source_tenant() and q.entry_id is not null and q.state <> 'withdrawn'
  order by q.entry_id, q.due_on desc, (r.return_id is not null), q.request_id),
listed as (
  select e.entry_id, e.name, coalesce(t.words, k.words, e.type) as type_words,
         coalesce(a.standing, 'never_asked') as standing, a.due_on, a.received_on,
         coalesce(app.is_late(a.standing, a.due_on, $1::date), false) as late
  from tenant.register_entry e
  left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
  left join catalogue.entry_type k on k.type = e.type
  left join last_asked a on a.entry_id = e.entry_id
  where e.tenant_id = app.source_tenant() and e.to_on is null
    and ($2::text = '' or position(lower($2::text) in lower(e.name)) > 0))
select *, count(*) over () as found
from listed l
where cardinality($3::text[]) = 0 or ('late' = any ($3::text[]) and l.late)
   or ('awaited' = any ($3::text[]) and l.standing = 'awaited')
   or ('in' = any ($3::text[]) and l.received_on is not null)
order by lower(l.name), l.entry_id
limit $4::integer offset $5::integer
