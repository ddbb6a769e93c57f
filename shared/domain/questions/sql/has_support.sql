select exists (select from tenant.support s
               where s.tenant_id = app.party() and s.support_id = $1::uuid) as there
