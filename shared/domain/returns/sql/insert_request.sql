insert into tenant.request
  (tenant_id, audit_id, asking_id, entry_id, agency_id, unit_id, template_code, template_version,
   kind, title, period, due_on, parts, asked_at)
select app.party(), a.audit_id, k.asking_id, e.entry_id, e.agency_id,
       coalesce(e.unit_id, e.agency_id), a.template_code, a.template_version, a.kind, a.title,
       a.period, $3::date, $4::text[], $5::timestamptz
from tenant.asking k
join tenant.audit a on a.tenant_id = k.tenant_id and a.audit_id = $2
join tenant.register_entry e on e.tenant_id = k.tenant_id and e.entry_id = k.entry_id
where k.tenant_id = app.party() and k.asking_id = $1
returning request_id
