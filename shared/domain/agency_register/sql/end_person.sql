update tenant.contact
set valid_to = greatest($3::date, valid_from), ended_from = 'board', ended_because = $2, ended_by = $4,
    ended_at = $5
where tenant_id = app.party() and contact_id = $1 and valid_to is null
