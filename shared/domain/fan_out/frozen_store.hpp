#pragma once

#include <optional>

#include "domain/fan_out/frozen_return.hpp"
#include "platform/postgres/transaction.hpp"

// Reads what was frozen at submission: a constant number of statements, whatever was answered.
namespace onereturn::fan_out {

// What the claimed job is about; nothing when its delivery is gone (withdrawn and removed).
std::optional<FrozenHead> read_frozen_head(postgres::DeliveryTx& tx);

// The same, read by the agency that froze it. Nothing when it has no such delivery.
std::optional<FrozenHead> read_frozen_head(postgres::AgencyTx& tx, const SubmissionId& submission,
                                           const RequestId& request);

// Everything that was written and that the board of the head asks for.
FrozenSides read_frozen_sides(postgres::Transaction& tx, const FrozenHead& head,
                              const frameworks::Framework& framework,
                              const frameworks::Mapping& mapping);

}  // namespace onereturn::fan_out
