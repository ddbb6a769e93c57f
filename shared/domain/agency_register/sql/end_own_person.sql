update tenant.contact
set valid_to = greatest($3::date, valid_from), ended_from = 'agency', ended_because = $2, ended_by = $4,
    ended_at = $5
where agency_id = app.party() and contact_id = $1 and valid_to is null
