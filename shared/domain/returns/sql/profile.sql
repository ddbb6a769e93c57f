select name, area, address, telephone, email,
       lead_officer_name, lead_officer_position, lead_officer_telephone, lead_officer_email,
       completed_by_name, completed_by_position, completed_by_telephone, completed_by_email
from tenancy.party_profile
where party_id = app.party()
