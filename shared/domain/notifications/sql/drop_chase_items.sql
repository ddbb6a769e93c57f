update tenant.chase_item i
set dropped = d.why
from unnest($2::integer[], $3::text[]) as d (item_no, why)
where i.tenant_id = app.party() and i.mail_id = $1 and i.item_no = d.item_no
