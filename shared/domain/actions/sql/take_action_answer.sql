select app.take_action_answer($1, $2)
