delete from tenant.commitment_subject
where tenant_id = app.party() and commitment_id = $1
