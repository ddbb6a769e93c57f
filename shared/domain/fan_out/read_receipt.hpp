#pragma once

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The receipt for the agency's answer to a request. not_found when nothing has been delivered yet,
// or the request is not to this agency. Its code is empty until the board has acknowledged.
Result<Receipt> read_receipt(postgres::AgencyTx& tx, const RequestId& request);

// The receipt that this board gave. not_found for an id that is not this board's.
Result<Receipt> read_receipt(postgres::BoardTx& tx, const ReturnId& id);

}  // namespace onereturn::fan_out
