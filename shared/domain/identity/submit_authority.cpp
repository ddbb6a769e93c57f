#include "domain/identity/submit_authority.hpp"

#include "domain/identity/client_store.hpp"

namespace onereturn::identity {

Result<std::optional<Authority>> authority_to_submit(postgres::AgencyTx& tx) {
  auto authority = read_authority(tx);
  if (authority && authority->name.empty()) {
    return Problem{ProblemCode::forbidden, "not-permitted",
                   "No authoriser has agreed that this program sends in their name."};
  }
  return authority;
}

}  // namespace onereturn::identity
