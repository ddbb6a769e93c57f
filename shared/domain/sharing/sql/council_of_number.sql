select c.party_id, c.name from tenancy.council_of($1::text) c
