select tenancy.merge_code_until() as until
