insert into tenant.chase_step (tenant_id, step_id, version, about, days, at_minute, rung, name, subject,
                               body, needs_approval, is_removed, saved_by, saved_at)
values (app.party(), $1, $2::integer, $3, $4, $5, $6, normalize($7::text), normalize($8::text),
        normalize($9::text), $10, $11, $12, $13)
on conflict on constraint chase_step_key do nothing
