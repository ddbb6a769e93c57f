select tenancy.withdraw_merge($1) as withdrawn
