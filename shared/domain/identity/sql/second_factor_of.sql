select needed, confirmed, secret, key_id, codes_left, has_password
from identity.second_factor_of($1)
