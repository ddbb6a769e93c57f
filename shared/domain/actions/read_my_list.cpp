#include "domain/actions/read_my_list.hpp"

#include "domain/actions/my_list_rules.hpp"
#include "domain/actions/my_list_store.hpp"
#include "domain/identity/roles.hpp"

namespace onereturn::actions {

Result<std::vector<Undertaking>> read_my_list(postgres::AgencyTx& tx) {
  if (!identity::may_read(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Your role does not see this list."};
  }
  auto list = read_undertakings(tx);
  sort_by_next(list);
  return list;
}

}  // namespace onereturn::actions
