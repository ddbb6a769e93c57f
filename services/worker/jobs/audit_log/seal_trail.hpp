#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Puts what waits of one party's trail behind its chain, oldest number first, once the transactions
// that may still write a lower number have ended. Postpones itself while one of them is open.
void seal_trail(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
