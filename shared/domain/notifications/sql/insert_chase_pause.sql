insert into tenant.chase_pause (tenant_id, entry_id, step_id, reason, paused_by, paused_at)
values (app.party(), $1, $2, normalize($3::text), $4, $5)
on conflict (tenant_id, (coalesce(entry_id, step_id, tenant_id))) where ended_at is null do nothing
