select c.board_id, p.name
from tenancy.connection c
join tenancy.party_profile p on p.party_id = c.board_id
where c.agency_id = app.party() and c.ended_at is null
order by p.name, c.board_id
