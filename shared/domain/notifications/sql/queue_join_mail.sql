select identity.queue_link_mail($1, $2, $3, $4, 'join', $5,
                                make_interval(hours => $6::integer)) as link_id
