select person_id, password_hash, locked_until is not null as locked
from identity.sign_in_look_up($1, $2)
