select identity.bounce_of_chase() as reason
