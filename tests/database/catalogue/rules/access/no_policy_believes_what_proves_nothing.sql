-- The cheap readers state what a statement wants. A policy asks the sealed ones.
select p.polrelid::regclass || ': ' || p.polname from pg_policy p
 where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
       ~ 'app\.(party|unit|scope|person|role|source_tenant|source_ref|target_ref|job)\(|current_setting'

-- the fault that must be noticed
create policy planted on tenant.share_return for delete to scope_share using (tenant_id = (select app.sealed_source('share')) and share_id = app.party())
