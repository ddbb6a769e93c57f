#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/fan_out/checked_receipt.hpp"
#include "domain/fan_out/ports.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// What a printed receipt's code stands for, for anybody who types it: upper or lower case, with or
// without its hyphens. not_found for a code that no receipt has, or that cannot be one.
Result<CheckedReceipt> verify_receipt(postgres::SystemTx& tx, std::string_view code,
                                      const Hash& hash);

}  // namespace onereturn::fan_out
