update tenant.sight
set ended_at = $3::timestamptz, ended_by = app.person(), ended_name = $4
where tenant_id = app.party() and ended_at is null
  and (sight_id = $1::uuid or to_party = $2::uuid)
