with returns as (
  select r.return_id, q.title
  from tenant.request q
  join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id = $1)
select 'reminder' as kind, m.mail_id, i.item_no, s.name as what, m.name as to_name, m.email as to_email, m.state,
       m.reason, m.subject, i.due_on, m.queued_at as at, m.sent_at, m.came_back_at,
       coalesce(i.dropped, '') as dropped
from tenant.chase_item i
join tenant.chase_mail m on m.tenant_id = i.tenant_id and m.mail_id = i.mail_id
join tenant.chase_step s on s.tenant_id = i.tenant_id and s.step_id = i.step_id
  and s.version = i.step_version
where i.tenant_id = app.party() and i.entry_id = $1
union all
select 'invited', null, 0, '', '', '', 'sent', '', '', null, j.asked_at, j.asked_at, null, ''
from tenancy.joins_asked_of($1) j
union all
select 'return_asked', null, 0, q.title, '', '', case when q.agency_id is null then 'stopped' else 'sent' end,
       case when q.agency_id is null then 'They have not joined yet.' else '' end, '', q.due_on, q.asked_at,
       q.asked_at, null, ''
from tenant.request q
where q.tenant_id = app.party() and q.entry_id = $1 and q.subject_kind = 'agency'
union all
select 'given_back', null, 0, r.title, '', '', 'sent', '', '', b.due_on, b.asked_at, b.asked_at, null, ''
from returns r
join tenant.sent_back b on b.tenant_id = app.party() and b.return_id = r.return_id
union all
select 'evidence_asked', null, count(*)::integer, r.title, '', '', 'sent', '', '', min(a.due_on), max(a.asked_at),
       max(a.asked_at), null, ''
from returns r
join tenant.return_evidence_ask a on a.tenant_id = app.party() and a.return_id = r.return_id
group by r.return_id, r.title, (a.asked_at at time zone 'Europe/London')::date
union all
select 'plan_asked', null, 0, r.title, '', '', 'sent', '', '', p.due_on, p.asked_at, p.asked_at, null, ''
from returns r
join tenant.plan p on p.tenant_id = app.party() and p.return_id = r.return_id and p.asked_at is not null
union all
select 'plan_asked_again', null, 0, r.title, '', '', 'sent', '', '', n.due_on, n.answered_at, n.answered_at,
       null, ''
from returns r
join tenant.plan_answer n on n.tenant_id = app.party() and n.return_id = r.return_id and not n.ratified
union all
select 'action_mailed', null, 0, a.what, t.text, '', 'sent', '', '', null, t.at, t.at, null, ''
from tenant.action a
left join returns r on r.return_id = a.return_id
join tenant.action_status t
  on t.tenant_id = a.tenant_id and t.action_id = a.action_id and t.kind = 'mailed' and t.by_name <> $4
where a.tenant_id = app.party() and (a.entry_id = $1 or r.return_id is not null)
order by at desc, kind, what, to_name, due_on desc, mail_id, item_no
limit $2 offset $3
