insert into tenant.review
  (tenant_id, review_id, person_id, home_entry_id, home, words, from_on, until_on, invited_by, invited_at)
values (app.party(), $1::uuid, $2::uuid,
        (select h.entry_id from tenant.register_entry h
          where h.tenant_id = app.party() and lower(h.name) = lower(normalize($3::text))
          order by h.entry_id limit 1),
        normalize($3::text), normalize($4::text), $5::date, $6::date, app.person(), $7::timestamptz)
on conflict on constraint review_key do nothing
