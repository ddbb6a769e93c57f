select state from tenant.return_evidence_ask where tenant_id = app.party() and ask_id = $1::uuid
