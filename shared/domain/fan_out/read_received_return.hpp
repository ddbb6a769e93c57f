#pragma once

#include <optional>

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The version of a return that stands, or the one that is asked for, with the template that it
// fills. not_found for an id that is not this board's, and for a version that is not there.
Result<DeliveredCopy> read_received_return(postgres::BoardTx& tx, const ReturnId& id,
                                           const std::optional<int>& version = std::nullopt);

// That very version of it.
Result<DeliveredCopy> read_received_version(postgres::BoardTx& tx, const ReturnId& id,
                                            int version_no);

// The copy that a board holds of this agency's answer to the request. not_found when nothing has
// been delivered, or the request is not to this agency.
Result<DeliveredCopy> read_own_copy(postgres::AgencyTx& tx, const RequestId& request);

// That very version for a job that makes a paper of it: of the board, or of the agency.
Result<DeliveredCopy> read_received_version(postgres::PartyJobTx& tx, const ReturnId& id,
                                            int version_no);
Result<DeliveredCopy> read_own_version(postgres::PartyJobTx& tx, const RequestId& request,
                                       int version_no);

// The same for somebody who looks: the trail says who opened it, and the agency reads that the
// board did.
Result<DeliveredCopy> open_received_return(postgres::BoardTx& tx, const ReturnId& id, Instant now,
                                           const std::optional<int>& version = std::nullopt);
Result<DeliveredCopy> open_own_copy(postgres::AgencyTx& tx, const RequestId& request);

}  // namespace onereturn::fan_out
