select c.commitment_id, c.what, c.how, c.lead, c.by_on, c.state,
       case when u.parent_unit_id is not null then u.name end as unit_name
from tenant.commitment c
join tenant.unit u on u.tenant_id = c.tenant_id and u.unit_id = c.unit_id
where c.tenant_id = app.party() and c.state <> 'withdrawn'
  and (app.unit() is null or c.unit_id = app.unit())
  and exists (select 1
              from tenant.submission_commitment s
              where s.tenant_id = c.tenant_id and s.commitment_id = c.commitment_id)
