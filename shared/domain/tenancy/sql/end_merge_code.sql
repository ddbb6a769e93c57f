select tenancy.end_merge_code()
