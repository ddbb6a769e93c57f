select person_id, membership_id
from identity.accept_colleague_invitation($1, normalize($2::text), normalize($3::text))
