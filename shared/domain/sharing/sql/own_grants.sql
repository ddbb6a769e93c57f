select tenant_id, sight_id, to_party, to_name, from_name, parts, from_on, to_on, words, granted_at, ended_at
from tenant.sight
where to_party = app.party()
order by lower(from_name), ended_at is not null, granted_at desc, sight_id
