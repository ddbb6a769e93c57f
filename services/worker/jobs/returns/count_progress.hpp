#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Counts how far one agency is with each of its requests, for the boards that ask. Throws
// StaleFence when another worker holds the job by now.
void count_progress(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
