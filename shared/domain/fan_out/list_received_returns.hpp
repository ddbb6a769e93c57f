#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// Every request of the board with the return that answers it, what waits for the board first. One
// statement, and one for the forms that were asked for in parts, whatever their number.
Result<std::vector<ReceivedReturn>> list_received_returns(postgres::BoardTx& tx);

}  // namespace onereturn::fan_out
