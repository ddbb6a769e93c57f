-- Nobody is late who has closed.
with gone as (
  select r.return_id
  from tenant.register_entry e
  join tenant.request q on q.tenant_id = e.tenant_id and q.entry_id = e.entry_id
  join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where e.tenant_id = app.party() and e.to_on is not null),
wanted as (
  select coalesce(a.due_on, p.due_on) as by_on
  from tenant.plan p
  left join lateral (
    select o.offer_no from tenant.plan_offer o
    where o.tenant_id = p.tenant_id and o.plan_id = p.plan_id
    order by o.offer_no desc limit 1) o on true
  left join tenant.plan_answer a
    on a.tenant_id = p.tenant_id and a.plan_id = p.plan_id and a.offer_no = o.offer_no
  where p.tenant_id = app.party() and p.withdrawn_at is null and p.ratified_on is null
    and p.return_id not in (select g.return_id from gone g) and p.due_on is not null and (o.offer_no is null or not a.ratified))
select p.late as plans_late, p.wanted as plans_wanted, e.late as evidence_late, e.wanted as evidence_wanted
from (select count(*) filter (where w.by_on < $1::date) as late, count(*) as wanted from wanted w) p
cross join (
  select count(*) filter (where a.due_on < $1::date) as late, count(*) as wanted
  from tenant.return_evidence_ask a
  where a.tenant_id = app.party() and a.state = 'open'
    and a.return_id not in (select g.return_id from gone g)
    and not exists (select from tenant.return_evidence_decision d
                    where d.tenant_id = a.tenant_id and d.ask_id = a.ask_id)) e
