select 1 as found from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid and $2::uuid is null
union all
select 1 from tenant.audit a
where a.tenant_id = app.party() and a.audit_id = $2::uuid and $1::uuid is null
