insert into tenant.report_version (tenant_id, report_id, version_no, begun_at)
values (app.party(), $1::uuid, $2::integer, $3::timestamptz)
