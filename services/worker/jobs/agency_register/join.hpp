#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// An agency has joined a board: the board's register learns it.
void join(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
