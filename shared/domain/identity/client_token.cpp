#include "domain/identity/client_token.hpp"

#include "base/ensure.hpp"
#include "domain/identity/client_store.hpp"

namespace onereturn::identity {

Result<TakenToken> take_token(postgres::AuthTx& tx, const TakeToken& command) {
  ENSURE(command.secret_hash.size() == 32 && command.token_hash.size() == 32,
         "a secret or a token came without its digest");
  auto begun = begin_client_session(tx, command.client, command.secret_hash, command.address,
                                    command.scopes, command.token_hash, client_token_seconds);
  return TakenToken{std::move(begun.outcome), std::move(begun.granted)};
}

Result<std::vector<std::string>> scopes_of_session(postgres::SystemTx& tx,
                                                   const std::string& token_hash) {
  return read_scopes(tx, token_hash).value_or(std::vector<std::string>{});
}

}  // namespace onereturn::identity
