select s.sample_id, s.return_id, s.audit_id, coalesce(n.name || ', ' || q.title, a.title, '') as about, s.seed,
       s.seed_entered, s.by_percent, s.amount, s.population, s.size, s.drawn_at, c.name as drawn_by_name,
       (select count(distinct (t.return_id, t.evidence_no)) from tenant.evidence_sample_result t
         where t.tenant_id = s.tenant_id and t.sample_id = s.sample_id) as seen
from tenant.evidence_sample s
left join tenant.audit a on a.tenant_id = s.tenant_id and a.audit_id = s.audit_id
left join tenant.return r on r.tenant_id = s.tenant_id and r.return_id = s.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
left join (select distinct on (k.person_id) k.person_id, k.person_name as name
             from identity.colleagues() k) c on c.person_id = s.drawn_by
where s.tenant_id = app.party() and ($2::uuid is null or s.sample_id = $2::uuid)
  and ($1::uuid is null or s.return_id = $1::uuid
       or exists (select from tenant.evidence_sample_piece p
                   where p.tenant_id = s.tenant_id and p.sample_id = s.sample_id
                     and p.return_id = $1::uuid))
order by s.drawn_at desc, s.sample_id
limit 500
