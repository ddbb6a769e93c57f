select app.decide_supplement($1::uuid, $2::int, $3::boolean, normalize($4::text), $5,
                             $6::timestamptz) as outcome
