select l.* from (
  select a.ask_id, a.return_id, a.agency_id, a.blob_sha256, a.evidence_no, a.words, a.asked_at, a.state, a.answer, a.answered_at, a.due_on,
         e.title, e.kept_where, n.name as organisation, d.accepted, d.reason, d.decided_at,
         n.to_on is not null as organisation_closed,
         case when d.accepted then 'accepted' when not d.accepted then 'not_accepted'
            when n.to_on is not null then 'closed'
            when a.state <> 'open' then 'answered' when a.due_on < $1::date then 'overdue'
            else 'waiting' end as standing
  from tenant.return_evidence_ask a
  join tenant.return_evidence e
    on e.tenant_id = a.tenant_id and e.return_id = a.return_id and e.version_no = a.version_no
   and e.evidence_no = a.evidence_no
  join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
  left join tenant.return_evidence_decision d on d.tenant_id = a.tenant_id and d.ask_id = a.ask_id
  where a.tenant_id = app.party() and ($5::uuid is null or a.ask_id = $5::uuid)) l
where $2::text is null or l.standing = $2::text
order by l.standing = 'answered' desc, l.standing = 'overdue' desc, l.standing = 'waiting' desc, l.due_on,
  l.asked_at desc, l.ask_id
limit $4::int offset $3::int
