select identity.queue_action_mail($1, $2, $3, $4, $5, $6, $7, make_interval(days => $8::integer)) as link_id
