#include "domain/identity/calendar_address.hpp"

#include "domain/identity/client_store.hpp"

namespace onereturn::identity {

Result<Done> make_calendar_address(postgres::AuthTx& tx, const std::string& own_token_hash,
                                   const std::string& token_hash) {
  if (!begin_calendar(tx, own_token_hash, token_hash)) {
    return Problem{ProblemCode::unauthenticated, "sign-in-required", "Sign in to go on."};
  }
  return Done{};
}

Result<Done> end_calendar_address(postgres::AuthTx& tx, const std::string& own_token_hash) {
  end_calendar(tx, own_token_hash);
  return Done{};
}

Result<std::optional<Instant>> calendar_since(postgres::AuthTx& tx,
                                              const std::string& own_token_hash) {
  return read_calendar_since(tx, own_token_hash);
}

}  // namespace onereturn::identity
