select party_id, name
from tenancy.party_profile
where party_id = app.party()
