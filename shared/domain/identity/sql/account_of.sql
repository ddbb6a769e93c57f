select person_id, person_name, email, password_hash, has_second_factor, needs_second_factor,
       two_factor, codes_left
from identity.account_of($1)
