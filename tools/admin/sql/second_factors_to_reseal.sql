select person_id, secret, coalesce(key_id, '') as key_id
from operator.second_factors_to_reseal($1)
