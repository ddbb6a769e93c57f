#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/agency_register.hpp"
#include "platform/postgres/transaction.hpp"

// The kinds of organisation that a board audits, and how often. Every role of a board reads them;
// its manager words them, sets their interval and adds kinds.
namespace onereturn::agency_register {

std::vector<EntryType> list_types(postgres::BoardTx& tx);

// Words a kind, or adds one (type ""). Answers its code. Refuses with forbidden, with invalid
// (fields as register_rules.hpp names them), with not_found for a kind that this board does not
// have, and with conflict ("changed") when somebody has changed it meanwhile.
Result<std::string> keep_type(postgres::BoardTx& tx, WriteType type, Instant at);

}  // namespace onereturn::agency_register
