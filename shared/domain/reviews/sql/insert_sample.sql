insert into tenant.evidence_sample
  (tenant_id, sample_id, audit_id, return_id, seed, seed_entered, by_percent, amount, population, size,
   drawn_by, drawn_at)
values (app.party(), $1::uuid, $2::uuid, $3::uuid, normalize($4::text), $5::boolean, $6::boolean, $7::int,
        $8::int, $9::int, app.person(), $10::timestamptz)
on conflict on constraint evidence_sample_key do nothing
