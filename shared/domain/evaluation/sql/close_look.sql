update tenant.evaluation_look
set outcome = $2, answer = normalize($3::text), closed_by = app.person(), closed_at = $4::timestamptz
where tenant_id = app.party() and evaluation_id = $1::uuid and outcome is null
