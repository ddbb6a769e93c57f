select name, merged_at, agreed_by from tenancy.merged_rooms()
