#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Has one file checked for viruses: clean ones leave custody, others are removed. While the
// scanner is away the job waits, untried.
void scan_evidence(const postgres::ClaimedJob& job, Services& services);

}  // namespace onereturn::worker
