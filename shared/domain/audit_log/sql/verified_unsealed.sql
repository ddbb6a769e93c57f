select e.entry_no, u.entry_no is not null as waits,
       extract(epoch from clock_timestamp() - e.at)::bigint as seconds
from tenant.audit_entry e
left join jobs.unsealed u on u.party_id = e.tenant_id and u.entry_no = e.entry_no
where e.tenant_id = $1::uuid
  and not exists (select from tenant.audit_seal s
                  where s.tenant_id = e.tenant_id and s.entry_no = e.entry_no)
order by e.entry_no
