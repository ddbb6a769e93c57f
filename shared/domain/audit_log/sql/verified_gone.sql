select u.entry_no
from jobs.unsealed u
where u.party_id = $1::uuid
  and not exists (select from tenant.audit_entry e
                  where e.tenant_id = u.party_id and e.entry_no = u.entry_no)
order by u.entry_no
