select s.standing, count(*) as pieces from (
  select case when d.accepted then 'accepted' when not d.accepted then 'not_accepted'
            when n.to_on is not null then 'closed'
            when a.state <> 'open' then 'answered' when a.due_on < $1::date then 'overdue'
            else 'waiting' end as standing
  from tenant.return_evidence_ask a
  join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
  left join tenant.return_evidence_decision d on d.tenant_id = a.tenant_id and d.ask_id = a.ask_id
  where a.tenant_id = app.party()) s
group by s.standing
