select board_name, received_on, version_no, return_hash, state
from directory.verify_receipt($1::bytea)
