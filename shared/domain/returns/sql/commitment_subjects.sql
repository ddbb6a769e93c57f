select s.commitment_id, s.requirement_code, s.request_id, s.board_id, s.item_no
from tenant.commitment_subject s
join tenant.commitment c on c.tenant_id = s.tenant_id and c.commitment_id = s.commitment_id
where s.tenant_id = app.party() and c.unit_id = $1 and c.state <> 'withdrawn'
order by s.commitment_id, s.requirement_code, s.request_id, s.item_no
