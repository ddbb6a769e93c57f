select r.report_id, r.about, max(v.version_no) as version_no
from tenant.report r
join tenant.return t on t.tenant_id = r.tenant_id and t.return_id = r.return_id
join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
join tenant.report_finish v on v.tenant_id = r.tenant_id and v.report_id = r.report_id
where r.tenant_id = app.party() and r.kind = 'organisation' and r.withdrawn_at is null
  and q.audit_id = $1::uuid
group by r.report_id, r.about
order by r.about, r.report_id
