select identity.remove_colleague($1) as done
