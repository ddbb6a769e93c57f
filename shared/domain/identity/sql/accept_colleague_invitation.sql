select person_id, membership_id
from identity.accept_colleague_invitation($1, $2, $3)
