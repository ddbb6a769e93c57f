#pragma once

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The board says that it has received the latest version: its receipt now carries the code that
// anybody may check, and the board's trail says who did it. Saying it twice answers the receipt of
// the first time. not_found for an id that is not this board's.
Result<Receipt> acknowledge_return(postgres::BoardTx& tx, const ReturnId& id, Instant now);

}  // namespace onereturn::fan_out
