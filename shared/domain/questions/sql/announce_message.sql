select jobs.announce_telling('tell_of_answer', $1::uuid, $2::uuid, $3::uuid)
