select c.board_id, p.name::text as name
from tenancy.connection c
join tenancy.party_profile p on p.party_id = c.board_id
where c.agency_id = app.party()
order by p.name
