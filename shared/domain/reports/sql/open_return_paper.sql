select p.content, encode(p.sha256, 'hex') as sha256, p.request_id, r.return_id, p.version_no, p.kind, p.with_sources,
  p.format, q.title, coalesce(v.box_count, 0) as boxes
from tenant.return_paper p
join tenant.request q on q.tenant_id = p.board_id and q.request_id = p.request_id
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
left join tenant.return_version v on v.tenant_id = r.tenant_id and v.return_id = r.return_id
  and v.version_no = p.version_no
where p.tenant_id = app.party() and p.file_id = $1::uuid and p.state = 'ready'
  and p.of_erased = (
    select count(*) from tenant.return_box b
    where b.tenant_id = v.tenant_id and b.return_id = v.return_id and b.version_no = v.version_no
      and b.salt is null)
