select name, position, email, valid_from, valid_to
from tenant.contact
where tenant_id = app.party() and entry_id = $1
order by valid_to is not null, role <> 'section11_lead', valid_from desc, contact_id
