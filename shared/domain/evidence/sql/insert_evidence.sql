insert into tenant.evidence (tenant_id, title, kept_where, effective_on, unit_id, received_at)
values (app.party(), normalize($1::text), normalize($2::text), $3, nullif($4::uuid, app.party()),
        coalesce($5, now()))
returning evidence_id
