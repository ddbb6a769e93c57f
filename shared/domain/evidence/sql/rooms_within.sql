select r.party_id from tenancy.rooms_within() as r (party_id)
