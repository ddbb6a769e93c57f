#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Makes one file of a board's report, short or long: each lane has a thread of its own.
void make_paper(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
