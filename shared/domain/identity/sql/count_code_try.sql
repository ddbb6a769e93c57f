select identity.count_code_try($1) as allowed
