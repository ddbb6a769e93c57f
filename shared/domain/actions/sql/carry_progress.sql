select app.carry_progress($1, $2)
