select count(*) as organisations,
       count(*) filter (where e.agency_id is null
                          and e.entry_id not in (select j.entry_id from tenancy.joins_asked() j))
         as not_invited
from tenant.register_entry e
where e.tenant_id = app.party() and e.to_on is null
