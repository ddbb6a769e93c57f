insert into tenant.report_finish (tenant_id, report_id, version_no, finished_at, check_value)
values (app.party(), $1::uuid, $2::integer, $3::timestamptz, sha256(convert_to($4::text, 'UTF8')))
on conflict on constraint report_finish_key do nothing
