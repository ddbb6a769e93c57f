select commitment_id, board_id, what, how, lead, by_on, area, change, version
from tenant.commitment
where tenant_id = app.party() and unit_id = $1 and state <> 'withdrawn'
order by by_on nulls last, commitment_id
