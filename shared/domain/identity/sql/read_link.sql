select person_id, person_name, email, party_id, ref, next_path
from identity.read_link($1, $2)
