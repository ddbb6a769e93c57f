select q.request_id, p.name as board, i.box_no, i.title, i.words, i.requirements, i.thread_id, s.words as to_all,
  s.due_on
from tenant.sent_back s
join tenant.return r on r.tenant_id = s.tenant_id and r.return_id = s.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenancy.party_profile p on p.party_id = s.tenant_id
join tenant.sent_back_item i
  on i.tenant_id = s.tenant_id and i.return_id = s.return_id and i.round_no = s.round_no
where s.agency_id = app.party() and s.withdrawn_at is null and r.latest_version = s.version_no
  and ($1::uuid is null or q.request_id = $1::uuid)
order by s.due_on, p.name, i.position
