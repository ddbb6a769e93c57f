select state, board_name, title, due_on, contact_name
from identity.read_action_link($1, $2)
