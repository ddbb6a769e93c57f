#pragma once

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The latest version of a return, with the template that it fills. not_found for an id that is not
// this board's.
Result<DeliveredCopy> read_received_return(postgres::BoardTx& tx, const ReturnId& id);

// That very version of it.
Result<DeliveredCopy> read_received_version(postgres::BoardTx& tx, const ReturnId& id,
                                            int version_no);

// The copy that a board holds of this agency's answer to the request. not_found when nothing has
// been delivered, or the request is not to this agency.
Result<DeliveredCopy> read_own_copy(postgres::AgencyTx& tx, const RequestId& request);

// The same for somebody who looks: the trail says who opened it, and the agency reads that the
// board did.
Result<DeliveredCopy> open_received_return(postgres::BoardTx& tx, const ReturnId& id, Instant now);
Result<DeliveredCopy> open_own_copy(postgres::AgencyTx& tx, const RequestId& request);

}  // namespace onereturn::fan_out
