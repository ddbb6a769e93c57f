#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/actions/my_list.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::actions {

// The agency's list, next dates first. Refuses with forbidden for a role that does not read.
Result<std::vector<Undertaking>> read_my_list(postgres::AgencyTx& tx);

}  // namespace onereturn::actions
