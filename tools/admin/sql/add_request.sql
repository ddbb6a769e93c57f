insert into tenant.request
  (tenant_id, request_id, audit_id, entry_id, agency_id, unit_id, template_code, template_version,
   kind, title, period, subject_kind, due_on, asked_at)
select app.party(), $1::uuid, a.audit_id, $3::uuid, $4::uuid, $5::uuid, $6, $7::integer,
       a.kind, a.title, a.period, $8, $9::date, coalesce(a.opens_on, current_date)
  from tenant.audit a where a.tenant_id = app.party() and a.audit_id = $2::uuid
on conflict do nothing
