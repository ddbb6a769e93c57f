select e.evidence_id, e.title, e.kept_where, e.blob_sha256, e.file_name, e.media_type,
       e.size_bytes, f.scan, f.found, e.effective_on,
       (e.received_at at time zone 'Europe/London')::date as received_on, e.expires_on, e.version,
       e.names_reason, e.unit_id, u.name as unit_name,
       array(select g.board_id
             from tenant.evidence_grant g
             where g.tenant_id = e.tenant_id and g.evidence_id = e.evidence_id
               and g.ended_at is null
             order by g.board_id) as granted,
       array(select distinct c.requirement_code::text
             from tenant.citation c
             where c.tenant_id = e.tenant_id and c.evidence_id = e.evidence_id
               and c.removed_at is null and c.requirement_code is not null
             order by 1) as requirements
from tenant.evidence e
left join tenant.evidence_blob f
  on f.tenant_id = e.tenant_id and f.blob_sha256 = e.blob_sha256
left join tenant.unit u on u.tenant_id = e.tenant_id and u.unit_id = e.unit_id
where e.tenant_id = app.party() and e.withdrawn_at is null
  and ($1::uuid is null or e.evidence_id = $1::uuid)
order by e.title, e.evidence_id
