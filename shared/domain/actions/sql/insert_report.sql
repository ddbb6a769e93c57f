insert into tenant.progress_report (tenant_id, unit_id, commitment_id, said, text, new_on, by_name, at)
values (app.party(), $1, $2, $3, normalize($4::text), $5, $6, $7)
returning report_id
