select s.chain_no, s.hash
from tenant.audit_seal s
where s.tenant_id = app.party()
order by s.chain_no desc
limit 1
