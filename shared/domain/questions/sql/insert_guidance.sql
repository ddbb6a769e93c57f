insert into tenant.guidance
  (tenant_id, guidance_id, template_code, template_version, item_code, thread_id, made_at)
values (app.party(), $1::uuid, $2, $3::int, $4, $5::uuid, $6::timestamptz)
on conflict do nothing
