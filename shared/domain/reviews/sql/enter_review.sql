select identity.enter_review($1::date)
