select identity.change_colleague($1, $2, normalize($3::text), $4, $5) as membership_id
