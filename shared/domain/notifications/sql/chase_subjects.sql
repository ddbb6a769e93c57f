select 'return' as about, q.request_id as subject_id, q.entry_id, e.name as organisation,
       q.title as form, d.due_on, b.name as board_name, e.agency_id is not null as joined
from tenant.request q
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
join tenancy.party_profile b on b.party_id = q.tenant_id
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
cross join lateral (select app.due_day(q.due_on, r.state, r.back_by) as due_on) d
where q.tenant_id = app.party() and q.state = 'open' and q.left_out is null and q.subject_kind = 'agency'
  and e.to_on is null and d.due_on between $1::date and $2::date
  and ($3::uuid[] is null or q.request_id = any ($3::uuid[]))
  and (r.return_id is null or r.state = 'returned')
union all
select 'action', a.action_id, e.entry_id, e.name, 'An action', a.by_on, b.name, e.agency_id is not null
from tenant.action a
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry o
  on o.tenant_id = a.tenant_id and o.entry_id = coalesce(a.entry_id, q.entry_id)
cross join lateral (
  select case when o.entry_id is null then
              (select n.entry_id
               from tenant.register_entry n
               where n.tenant_id = a.tenant_id and n.agency_id = a.agency_id and n.to_on is null
               order by n.unit_id is not null, n.entry_id
               limit 1)
              when o.to_on is null then o.entry_id
              else app.entry_now(o.entry_id) end as entry_id) w
join tenant.register_entry e
  on e.tenant_id = a.tenant_id and e.entry_id = w.entry_id and e.to_on is null
join tenancy.party_profile b on b.party_id = a.tenant_id
where a.tenant_id = app.party() and a.state = 'open' and a.said <> 'done' and not a.withheld
  and a.by_on between $1::date and $2::date
  and ($3::uuid[] is null or a.action_id = any ($3::uuid[]))
union all
select 'plan', p.plan_id, e.entry_id, e.name, 'The plan after ' || q.title, d.due_on, b.name,
       e.agency_id is not null
from tenant.plan p
left join lateral (
  select o.offer_no from tenant.plan_offer o
  where o.tenant_id = p.tenant_id and o.plan_id = p.plan_id
  order by o.offer_no desc
  limit 1) o on true
left join tenant.plan_answer a
  on a.tenant_id = p.tenant_id and a.plan_id = p.plan_id and a.offer_no = o.offer_no
cross join lateral (select coalesce(a.due_on, p.due_on) as due_on) d
join tenant.return r on r.tenant_id = p.tenant_id and r.return_id = p.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = app.entry_now(q.entry_id)
join tenancy.party_profile b on b.party_id = p.tenant_id
where p.tenant_id = app.party() and p.withdrawn_at is null and p.ratified_on is null
  and (o.offer_no is null or not a.ratified) and d.due_on between $1::date and $2::date
  and ($3::uuid[] is null or p.plan_id = any ($3::uuid[]))
union all
select 'evidence', k.return_id, e.entry_id, e.name, 'Evidence for ' || q.title, k.due_on, b.name,
       e.agency_id is not null
from (
  select distinct a.tenant_id, a.return_id, a.due_on
  from tenant.return_evidence_ask a
  where a.tenant_id = app.party() and a.state = 'open' and a.due_on between $1::date and $2::date
    and ($3::uuid[] is null or a.return_id = any ($3::uuid[]))
    and not exists (select from tenant.return_evidence_decision d
                     where d.tenant_id = a.tenant_id and d.ask_id = a.ask_id)) k
join tenant.return r on r.tenant_id = k.tenant_id and r.return_id = k.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = app.entry_now(q.entry_id)
join tenancy.party_profile b on b.party_id = k.tenant_id
