update tenant.contact
set valid_to = greatest($2::date, valid_from), ended_from = 'board', ended_because = 'corrected',
    ended_by = $3
where tenant_id = app.party() and entry_id = $1 and valid_to is null and role = 'section11_lead'
