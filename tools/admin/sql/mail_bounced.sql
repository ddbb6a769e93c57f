select operator.mail_bounced($1, $2) as outcome
