update tenant.return_evidence_ask
set state = $2, answer = normalize($3::text), blob_sha256 = $4::bytea, answered_at = coalesce($5, now())
where agency_id = app.party() and ask_id = $1 and state = 'open'
