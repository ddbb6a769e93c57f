select f.name as board, s.kind, s.told, s.was_on, s.by_on, s.at
from tenant.action_status s
join tenancy.party_profile f on f.party_id = s.tenant_id
left join tenant.action_link l
  on l.tenant_id = app.party() and l.board_id = s.tenant_id and l.action_id = s.action_id
where s.agency_id = app.party() and (s.action_id = $1 or l.commitment_id = $1)
  and s.kind in ('asked', 'moved', 'verified', 'closed', 'reopened')
order by s.at desc, s.status_no desc
limit 200
