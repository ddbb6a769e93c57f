select e.evidence_id, e.title, e.kept_where, e.effective_on, e.version,
       e.unit_id, e.blob_sha256 is not null as is_file, f.scan = 'clean' as is_checked,
       coalesce(app.unit() is null or e.unit_id = app.unit(), false) as is_ours,
       array(select g.board_id
             from tenant.evidence_grant g
             where g.tenant_id = e.tenant_id and g.evidence_id = e.evidence_id
               and g.ended_at is null
             order by g.board_id) as granted,
       array(select c.requirement_code
             from tenant.citation c
             where c.tenant_id = e.tenant_id and c.evidence_id = e.evidence_id
               and c.unit_id = $1 and c.removed_at is null and c.requirement_code is not null
             order by c.requirement_code) as requirements,
       array(select c.request_id::text || ' ' || c.box_no
             from tenant.citation c
             where c.tenant_id = e.tenant_id and c.evidence_id = e.evidence_id
               and c.unit_id = $1 and c.removed_at is null and c.box_no is not null
             order by c.request_id, c.box_no) as boxes
from tenant.evidence e
left join tenant.evidence_blob f
  on f.tenant_id = e.tenant_id and f.blob_sha256 = e.blob_sha256
where e.tenant_id = app.party() and e.withdrawn_at is null and f.scan is distinct from 'blocked'
order by e.title, e.evidence_id
