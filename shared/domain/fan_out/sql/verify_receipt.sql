select board_name, received_on, version_no, return_hash, state, superseded_by, superseded_on, redacted
from directory.verify_receipt($1::bytea)
