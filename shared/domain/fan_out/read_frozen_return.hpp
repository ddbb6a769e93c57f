#pragma once

#include "base/result.hpp"
#include "domain/fan_out/frozen_return.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// Everything that the claimed delivery is made from. Refuses with not_found when the delivery is
// gone, with invalid `mapping-gone` when a version that it was frozen with is not in the catalogue.
Result<FrozenReturn> read_frozen_return(postgres::DeliveryTx& tx);

// The same, read by the agency that froze it. not_found when it has no such delivery.
Result<FrozenReturn> read_frozen_return(postgres::AgencyTx& tx, const SubmissionId& submission,
                                        const RequestId& request);

}  // namespace onereturn::fan_out
