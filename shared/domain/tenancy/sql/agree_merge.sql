select tenancy.agree_merge($1) as outcome
