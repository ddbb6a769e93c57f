select exists (
  select 1
  from tenant.register_entry
  where tenant_id = app.party() and organisation_id = $1 and to_on is null) as held
