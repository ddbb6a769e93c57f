-- Returns that are here, those of the latest exercise first.
select r.return_id, coalesce(e.name, q.title) as organisation, coalesce(a.title, q.title) as title,
       r.latest_version as version_no
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.audit a on a.tenant_id = q.tenant_id and a.audit_id = q.audit_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
where r.tenant_id = app.party() and q.state <> 'withdrawn'
order by a.opens_on desc nulls last, 3, q.audit_id, 2, 1
limit 2000
