-- One row for each kind and board: how many, the earliest day, and the one that has waited longest.
with waiting as (
  select 'evidence' as kind, a.tenant_id, a.ask_id as id, e.title as words, a.due_on, a.asked_at as since
  from tenant.return_evidence_ask a
  join tenant.return_evidence e
    on e.tenant_id = a.tenant_id and e.return_id = a.return_id and e.version_no = a.version_no
   and e.evidence_no = a.evidence_no
  where a.agency_id = app.party() and a.state = 'open'
  union all
  select 'plan', p.tenant_id, p.plan_id, '', coalesce(o.due_on, p.due_on), coalesce(o.answered_at, p.asked_at)
  from tenant.plan p
  left join lateral (
    select f.offer_no, a.ratified, a.due_on, a.answered_at
    from tenant.plan_offer f
    left join tenant.plan_answer a
      on a.tenant_id = f.tenant_id and a.plan_id = f.plan_id and a.offer_no = f.offer_no
    where f.tenant_id = p.tenant_id and f.plan_id = p.plan_id
    order by f.offer_no desc
    limit 1) o on true
  where p.agency_id = app.party() and p.withdrawn_at is null and (o.offer_no is null or not o.ratified)
  union all
  select 'question', t.tenant_id, t.thread_id, '', null, t.waiting_since
  from tenant.thread t
  where t.agency_id = app.party() and t.waits_for = 'agency'
  union all
  select 'action', a.tenant_id, coalesce(l.commitment_id, a.action_id), a.what, a.by_on, a.made_at
  from tenant.action a
  left join tenant.action_link l
    on l.tenant_id = app.party() and l.board_id = a.tenant_id and l.action_id = a.action_id
  where a.agency_id = app.party() and a.state = 'open' and a.asked_again
  union all
  select 'contacts', e.tenant_id, e.entry_id, '', null, q.asked_at
  from tenant.register_entry e
  join lateral (
    select max(r.asked_at) as asked_at from tenant.request r
    where r.tenant_id = e.tenant_id and r.agency_id = e.agency_id) q on q.asked_at is not null
  where e.agency_id = app.party() and e.to_on is null
    and not exists (
      select from tenant.contact_confirmation c
      where c.tenant_id = e.tenant_id and c.entry_id = e.entry_id and c.agency_id = e.agency_id
        and c.confirmed_at >= q.asked_at))
select w.kind, f.area as board, count(*)::int as number, min(w.due_on) as due_on,
       (array_agg(w.id order by w.since, w.id))[1] as id, (array_agg(w.words order by w.since, w.id))[1] as words
from waiting w
join tenancy.party_profile f on f.party_id = w.tenant_id
group by w.kind, w.tenant_id, f.area
order by min(w.due_on) nulls last, min(w.since), w.kind, f.area
limit 100
