select needed, confirmed, secret, codes_left, has_password
from identity.second_factor_of($1)
