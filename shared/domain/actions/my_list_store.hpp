#pragma once

#include <vector>

#include "domain/actions/my_list.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::actions {

// Every undertaking that a copy has carried, and every action that boards hold about this agency
// (about the session's own unit, where it has one), in no order.
std::vector<Undertaking> read_undertakings(postgres::AgencyTx& tx);

}  // namespace onereturn::actions
