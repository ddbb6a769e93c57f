#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Makes one file of a report or a return, short or long: each lane has a thread of its own.
void make_paper(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
