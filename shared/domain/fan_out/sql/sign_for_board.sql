with signed as (
  insert into tenant.sign_off
    (tenant_id, return_id, version_no, party_role, agency_id, name, position, at)
  select r.tenant_id, r.return_id, r.latest_version, 'board', r.agency_id, $3, $4, $5::timestamptz
  from tenant.return r
  where r.tenant_id = app.party() and r.return_id = $1::uuid and r.latest_version = $2::int
  on conflict on constraint sign_off_key do nothing
  returning 1)
update tenant.return
set state = 'signed_off'
where tenant_id = app.party() and return_id = $1::uuid and exists (select from signed)
