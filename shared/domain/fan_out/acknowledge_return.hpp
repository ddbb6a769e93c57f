#pragma once

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/fan_out/ports.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// The board says that it has received the latest version: gives it a receipt whose code anybody
// may check, and writes to the board's trail. Saying it twice answers the receipt of the first
// time. not_found for an id that is not this board's.
Result<Receipt> acknowledge_return(postgres::BoardTx& tx, const ReturnId& id, const Hash& hash,
                                   const RandomBytes& random);

}  // namespace onereturn::fan_out
