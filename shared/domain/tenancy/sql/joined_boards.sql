select f.name
from tenancy.connection c
join tenancy.party_profile f on f.party_id = c.board_id
where c.agency_id = app.party() and c.ended_at is null
order by f.name
