#pragma once

#include <chrono>

#include "worker/jobs.hpp"

namespace onereturn::worker {

// For one agency on a day that matters to it: mails about what runs out, and takes out of the store
// what nobody needs, also what a gateway kept and was killed before it could say so. Waits,
// untried, while the store is away; the mails have gone by then.
void look_after_evidence(const postgres::ClaimedJob& job, Services& services);

// What stands in custody for so long without having been checked may be nobody's.
inline constexpr std::chrono::hours unclaimed_after{24};

}  // namespace onereturn::worker
