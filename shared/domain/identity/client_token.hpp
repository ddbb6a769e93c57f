#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

inline constexpr int client_token_seconds = 15 * 60;

// What a program sends to the token endpoint. Secrets and tokens come as digests, 32 bytes each.
struct TakeToken {
  std::string client;
  std::string secret_hash;
  std::string address;  // of the network, throttled too
  // Nothing asks for all that the program may do at once: without sending where it writes.
  std::optional<std::vector<std::string>> scopes;
  std::string token_hash;
};

struct TakenToken {
  std::string outcome;  // "ok", or why not: see begin_client_session in the migration
  std::vector<std::string> scopes;
};

// Begins a quarter of an hour of the program's session. Always answers, so that a failed try is
// counted: look at the outcome.
Result<TakenToken> take_token(postgres::AuthTx& tx, const TakeToken& command);

// What that session may do of what its role may. Empty, hence nothing, for an unknown session.
Result<std::vector<std::string>> scopes_of_session(postgres::SystemTx& tx,
                                                   const std::string& token_hash);

}  // namespace onereturn::identity
