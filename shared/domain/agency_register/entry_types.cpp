#include "domain/agency_register/entry_types.hpp"

#include <algorithm>

#include "domain/agency_register/register_rules.hpp"
#include "domain/agency_register/register_store.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::agency_register {

std::vector<EntryType> list_types(postgres::BoardTx& tx) { return read_types(tx); }

Result<std::string> keep_type(postgres::BoardTx& tx, WriteType type, Instant at) {
  if (tx.actor().role != "manager") {
    return Problem{ProblemCode::forbidden, "not-permitted", "Only a board manager changes kinds."};
  }
  const auto types = read_types(tx);
  const bool adds = type.type.empty();
  const bool known = std::any_of(types.begin(), types.end(),
                                 [&](const EntryType& each) { return each.type == type.type; });
  if (!adds && !known) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such kind here."};
  }
  const auto problem = tidy(type, types);
  if (!problem.fields.empty()) return problem;
  if (adds) {
    type.type = code_for(type.words, types);
    type.version = 0;
  }
  if (!write_type(tx, type, at)) {
    return Problem{ProblemCode::conflict, "changed",
                   "Somebody changed this kind meanwhile. Look at it again."};
  }
  audit_log::record(
      tx, {adds ? "register.type_added" : "register.type_changed", "entry_type", type.type});
  return type.type;
}

}  // namespace onereturn::agency_register
