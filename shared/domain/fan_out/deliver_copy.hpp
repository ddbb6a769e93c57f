#pragma once

#include "base/result.hpp"
#include "domain/fan_out/copy_store.hpp"
#include "domain/fan_out/frozen_at_hand.hpp"
#include "domain/fan_out/ports.hpp"

namespace onereturn::fan_out {

// Brings one submission to one board, in two transactions: reads the frozen rows of that board
// alone, renders, then writes the copy with everything that belongs to it and closes the job.
// Delivered before: changes nothing. Refuses with not_found when the delivery is gone, with
// invalid when it was frozen with a version that is not in the catalogue. Throws StaleFence when
// another worker holds the job by now, and whatever Database throws.
Result<WrittenCopy> deliver_copy(postgres::Database& database, const postgres::JobLease& lease,
                                 FrozenAtHand& at_hand, const Hash& hash, const RandomBytes& random,
                                 Instant now);

}  // namespace onereturn::fan_out
