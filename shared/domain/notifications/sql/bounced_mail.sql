select kind, email, reason, action_id from identity.bounced_mail()
