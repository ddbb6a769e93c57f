select l.body from tenant.evaluation_release l
where l.tenant_id = app.party() and l.return_id = $1::uuid and l.version_no = $2::int
  and l.release_no = $3::int
