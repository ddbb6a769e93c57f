select person_name, email
from identity.chairs_of_board()
order by person_name, email
