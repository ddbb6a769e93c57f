select s.submitted_at, d.request_id, d.board_id, p.name, p.area, p.mark
from tenant.submission s
join tenant.delivery d on d.tenant_id = s.tenant_id and d.submission_id = s.submission_id
join tenancy.party_profile p on p.party_id = d.board_id
where s.tenant_id = app.party() and s.submission_id = $1
order by p.name, d.request_id
