select s.standing, count(*) as pieces from (
  select case when d.accepted then 'accepted' when not d.accepted then 'not_accepted'
            when a.state <> 'open' then 'answered' when a.due_on < $1::date then 'overdue'
            else 'waiting' end as standing
  from tenant.return_evidence_ask a
  left join tenant.return_evidence_decision d on d.tenant_id = a.tenant_id and d.ask_id = a.ask_id
  where a.tenant_id = app.party()) s
group by s.standing
