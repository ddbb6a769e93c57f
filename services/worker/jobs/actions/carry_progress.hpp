#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// What an agency reported, into one board's records of it.
void carry_progress(const postgres::ClaimedJob& job, Services& services);

// What came back by the link of a mail, into that board's record.
void take_action_answer(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
