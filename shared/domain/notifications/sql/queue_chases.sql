select identity.queue_chases($1, $2)
