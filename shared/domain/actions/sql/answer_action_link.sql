select identity.answer_action_link($1, $2, $3, normalize($4::text), $5, $6) as state
