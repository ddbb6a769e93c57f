select p.return_id, p.version_no, p.evidence_no, p.place, p.drawn, e.title, e.kept_where,
       e.blob_sha256 is not null as is_file, n.name as organisation,
       case when p.drawn then (
         select coalesce(array_agg(distinct b.box_no::text) filter (where b.box_no is not null), '{}')
           from tenant.return_evidence b
          where b.tenant_id = p.tenant_id and b.return_id = p.return_id and b.version_no = p.version_no
            and b.title = e.title and b.kept_where is not distinct from e.kept_where
            and b.blob_sha256 is not distinct from e.blob_sha256) end as boxes
from tenant.evidence_sample_piece p
join tenant.return_evidence e
  on e.tenant_id = p.tenant_id and e.return_id = p.return_id and e.version_no = p.version_no
 and e.evidence_no = p.evidence_no
join tenant.return r on r.tenant_id = p.tenant_id and r.return_id = p.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
where p.tenant_id = app.party() and p.sample_id = $1::uuid
order by n.name, p.return_id, p.place
