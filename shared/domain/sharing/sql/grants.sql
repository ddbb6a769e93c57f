select tenant_id, sight_id, to_party, to_name, from_name, parts, from_on, to_on, words, granted_name,
       granted_at, ended_at, ended_name
from tenant.sight
where tenant_id = app.party()
order by ended_at is not null, granted_at desc, sight_id
