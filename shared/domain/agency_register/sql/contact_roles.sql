select role, words, coalesce(rung, '') as rung
from catalogue.contact_role
order by position
