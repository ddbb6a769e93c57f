insert into tenant.evidence
  (tenant_id, title, blob_sha256, file_name, media_type, size_bytes, effective_on, received_at,
   expires_on, names_reason, kept_where, unit_id)
values (app.party(), normalize($1::text), $2::bytea, normalize($3::text), $4, $5, $6, $7, $8, $9,
        normalize($10::text), nullif($11::uuid, app.party()))
returning evidence_id
