select identity.known_people($1::uuid[]) as people
