select c.unit_id, c.board_id, c.what, c.how, c.lead, c.by_on, c.area, c.change,
       exists (select 1
               from tenant.submission_commitment s
               where s.tenant_id = c.tenant_id and s.commitment_id = c.commitment_id) as sent
from tenant.commitment c
where c.tenant_id = app.party() and c.commitment_id = $1 and c.state <> 'withdrawn'
