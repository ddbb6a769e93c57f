select identity.queue_mail($1, $2, $3, $4) as mail_id
