#pragma once

#include <optional>

#include "base/result.hpp"
#include "domain/identity/clients.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// In whose name the acting program sends; nothing for a person, who signs for themselves. Refuses
// with forbidden when it is a program that no authoriser vouches for at this moment.
Result<std::optional<Authority>> authority_to_submit(postgres::AgencyTx& tx);

}  // namespace onereturn::identity
