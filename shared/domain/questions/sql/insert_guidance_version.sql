insert into tenant.guidance_version
  (tenant_id, guidance_id, version_no, question, answer, by_name, at)
values (app.party(), $1::uuid, $2::int, normalize($3::text), normalize($4::text), $5,
        $6::timestamptz)
