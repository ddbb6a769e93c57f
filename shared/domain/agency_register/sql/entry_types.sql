select coalesce(t.type, k.type) as type, coalesce(t.words, k.words) as words, t.months,
       coalesce(t.section11, k.section11) as section11, k.type is null as added,
       coalesce(t.version, 0) as version
from catalogue.entry_type k
full join (select * from tenant.entry_type where tenant_id = app.party()) t on t.type = k.type
order by coalesce(k.position, 900), coalesce(t.words, k.words)
