select p.name from tenancy.own_profile() p
