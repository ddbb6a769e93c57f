select s.sample_id, s.seed, s.population, s.size, p.evidence_no, e.title, b.box_no, t.result_no, t.outcome,
       t.note, t.at, null::text as by_name,
       exists (select from tenant.return_evidence_ask a
                where a.tenant_id = p.tenant_id and a.return_id = p.return_id
                  and a.version_no = p.version_no and a.evidence_no = p.evidence_no) as asked
from tenant.evidence_sample_piece p
join tenant.evidence_sample s on s.tenant_id = p.tenant_id and s.sample_id = p.sample_id
join tenant.return_evidence e
  on e.tenant_id = p.tenant_id and e.return_id = p.return_id and e.version_no = p.version_no
 and e.evidence_no = p.evidence_no
join tenant.return_evidence b
  on b.tenant_id = p.tenant_id and b.return_id = p.return_id and b.version_no = p.version_no
 and b.title = e.title and b.kept_where is not distinct from e.kept_where
 and b.blob_sha256 is not distinct from e.blob_sha256
left join lateral (select x.result_no, x.outcome, x.note, x.at from tenant.evidence_sample_result x
                    where x.tenant_id = p.tenant_id and x.sample_id = p.sample_id
                      and x.return_id = p.return_id and x.evidence_no = p.evidence_no
                    order by x.result_no desc limit 1) t on true
where p.tenant_id = app.party() and p.return_id = $1::uuid and p.drawn
order by s.drawn_at desc, p.place, b.box_no
