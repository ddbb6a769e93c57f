#pragma once

#include "base/result.hpp"
#include "domain/fan_out/frozen_at_hand.hpp"
#include "domain/fan_out/frozen_return.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::fan_out {

// Everything that the claimed delivery is made from: in one round trip when what it shares with
// others is at hand, else in a second transaction. Refuses with not_found when the delivery is
// gone, with invalid `mapping-gone` when a version that it was frozen with is not in the catalogue.
// Throws StaleFence when another worker holds the job by now.
Result<FrozenReturn> read_frozen_return(postgres::Database& database,
                                        const postgres::JobLease& lease, FrozenAtHand& at_hand);

// The same, read by the agency that froze it. not_found when it has no such delivery.
Result<FrozenReturn> read_frozen_return(postgres::AgencyTx& tx, const SubmissionId& submission,
                                        const RequestId& request);

}  // namespace onereturn::fan_out
