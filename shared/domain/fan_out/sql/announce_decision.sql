select jobs.announce_telling('tell_of_supplement', r.agency_id, r.return_id, gen_random_uuid())
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid and r.agency_id is not null
