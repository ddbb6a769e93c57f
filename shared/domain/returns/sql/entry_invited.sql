select exists (select from tenancy.joins_asked() j where j.entry_id = $1) as invited
