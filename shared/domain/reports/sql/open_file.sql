select f.content, encode(f.sha256, 'hex') as sha256, r.report_no, r.title, f.format, r.report_id, f.version_no
from tenant.report_file f
join tenant.report r on r.tenant_id = f.tenant_id and r.report_id = f.report_id
where f.tenant_id = app.party() and f.file_id = $1::uuid and f.state = 'ready'
