#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Brings one submission to one board: reads the frozen rows, makes the board's copy, and writes it
// with everything that belongs to it. Exactly once, however often and by whomever it is tried.
void deliver_copy(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
