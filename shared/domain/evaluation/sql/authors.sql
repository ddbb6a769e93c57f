select distinct b.by_person
from tenant.evaluation_box b
where b.tenant_id = app.party() and b.evaluation_id = $1::uuid and b.how = 'graded'
