update directory.receipt
set state = 'received', received_on = $2::date
where board_id = app.party() and code_hash = sha256(convert_to($1, 'UTF8'))
