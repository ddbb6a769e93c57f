insert into tenant.evaluation_release
  (tenant_id, evaluation_id, agency_id, return_id, version_no, release_no, body, hash, released_by,
   released_at)
select e.tenant_id, e.evaluation_id, r.agency_id, e.return_id, e.version_no, e.releases, $2::text,
  sha256(convert_to($2::text, 'UTF8')), app.person(), $3::timestamptz
from tenant.evaluation e
join tenant.return r on r.tenant_id = e.tenant_id and r.return_id = e.return_id
where e.tenant_id = app.party() and e.evaluation_id = $1::uuid
