select q.request_id, p.name as board, q.title, s.version_no, s.round_no, s.words, s.due_on, s.asked_at,
  q.unit_id, (
    select count(*) from tenant.sent_back_item i
    where i.tenant_id = s.tenant_id and i.return_id = s.return_id and i.round_no = s.round_no) as items
from tenant.sent_back s
join tenant.return r on r.tenant_id = s.tenant_id and r.return_id = s.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenancy.party_profile p on p.party_id = s.tenant_id
where s.agency_id = app.party() and s.withdrawn_at is null and r.latest_version = s.version_no
order by s.due_on, p.name
