select party_id, person_id, membership_id
from tenancy.open_room($1, $2, normalize($3::text), normalize($4::text), normalize($5::text), $6)
