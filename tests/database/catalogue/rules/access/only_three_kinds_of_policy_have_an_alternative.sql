select p.polrelid::regclass || ': ' || p.polname from pg_policy p
  where p.polrelid not in ('tenancy.party_profile'::regclass,
                           'tenant.submission_commitment'::regclass,
                           'tenant.submission_commitment_subject'::regclass)
    and coalesce(pg_get_expr(p.polqual, p.polrelid), '')
        || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\mor\M'

-- the fault that must be noticed
create policy planted on tenant.action_link for delete to scope_agency using (tenant_id = (select app.sealed_party('agency')) or true)
