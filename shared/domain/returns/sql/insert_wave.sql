insert into tenant.audit
  (tenant_id, audit_id, kind, title, template_code, template_version, period, opens_on, mode, due_on,
   opened_by)
values (app.party(), $1, 'section11', normalize($2::text), $3, $4, normalize($5::text), $6, $7, $8,
        app.person())
on conflict on constraint audit_key do nothing
returning audit_id
