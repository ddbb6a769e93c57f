update tenant.action
set what = normalize($3::text), how = normalize($4::text), lead = normalize($5::text), by_on = $6,
    area = normalize($7::text), progress = normalize($8::text), evidence = normalize($9::text),
    risks = normalize($10::text), point = nullif($11::text, ''), role = $12, said = $13, asked_again = $14,
    with_person = $15, state = $16, ended_at = $17, news_at = $18, version = version + 1
where tenant_id = app.party() and action_id = $1 and version = $2 and state <> 'withdrawn'
returning version
