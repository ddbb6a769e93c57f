insert into tenant.audit
  (tenant_id, audit_id, kind, title, template_code, template_version, period, opens_on)
values (app.party(), $1::uuid, $2, $3, $4, $5::integer, $6, $7::date)
on conflict do nothing
