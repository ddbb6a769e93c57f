select operator.connect($1::uuid, $2::uuid)
