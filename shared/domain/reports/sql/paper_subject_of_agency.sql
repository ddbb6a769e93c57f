select q.tenant_id as board_id, q.request_id, r.return_id, q.title, q.due_on, q.template_code, q.template_version,
  q.parts, p.name as board, f.name as agency, coalesce(v.version_no, 0) as version_no,
  coalesce(r.latest_version, 0) as stands, v.accepted_at is not null as acknowledged,
  coalesce(v.box_count, 0) as boxes,
  (select count(*)::integer from tenant.return_box b
   where b.tenant_id = v.tenant_id and b.return_id = v.return_id and b.version_no = v.version_no
     and b.salt is null) as erased,
  concat_ws(' ', coalesce(v.standing, 'asked'), 'of', r.latest_version,
            case when v.accepted_at is not null then 'acknowledged' end) as standing,
  coalesce(k.version, 0) as look,
  left(encode(sha256(convert_to(concat_ws(E'\n', p.name, f.name, q.title), 'UTF8')), 'hex'), 16) as names
from tenant.request q
join tenancy.party_profile p on p.party_id = q.tenant_id
join tenancy.party_profile f on f.party_id = app.party()
left join tenant.report_look k on k.tenant_id = q.tenant_id
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
left join tenant.return_version v on v.tenant_id = r.tenant_id and v.return_id = r.return_id
  and v.version_no = coalesce($2::integer, r.latest_version)
where q.agency_id = app.party() and q.request_id = $1::uuid
