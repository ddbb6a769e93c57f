#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

enum class JobOutcome {
  done,
  lost,       // another worker had taken it over: nothing was changed
  put_back,   // failed; will be tried again or is parked
  postponed,  // what it needs is away: it waits, untried
  left,       // failed, and the queue could not be told: its lease will end by itself
};

// Runs one claimed job by its row in the table, and tells the queue when it failed. Writes one
// line of log. Never throws.
JobOutcome run_job(const postgres::ClaimedJob& job, const std::vector<JobKind>& kinds,
                   postgres::JobQueue& queue, Services& services) noexcept;

}  // namespace onereturn::worker
