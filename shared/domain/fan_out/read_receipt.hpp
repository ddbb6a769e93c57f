#pragma once

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The receipt for the latest version of a return, as the board prints it. Its code is empty until
// the board has acknowledged. not_found for an id that is not this board's. (What the agency
// prints is returns::receipt_of.)
Result<Receipt> read_receipt(postgres::BoardTx& tx, const ReturnId& id);

}  // namespace onereturn::fan_out
