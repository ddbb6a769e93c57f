insert into tenant.review_note (tenant_id, review_id, return_id, item, version, grade, comment, at)
values (app.party(), $1::uuid, $2::uuid, $3::text, $4::int, nullif($5::text, ''), normalize($6::text),
        $7::timestamptz)
