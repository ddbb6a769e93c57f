#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// A secret address for a calendar: a session that reads one membership's dates and nothing else.
// It ends with the membership, after two years, or when its owner ends it. Digests are 32 bytes.

// Makes a new one for the person whose session this is; the one before it ends. Refuses with
// unauthenticated when that session is over.
Result<Done> make_calendar_address(postgres::AuthTx& tx, const std::string& own_token_hash,
                                   const std::string& token_hash);

// Ending none is no problem.
Result<Done> end_calendar_address(postgres::AuthTx& tx, const std::string& own_token_hash);

// Since when there is one.
Result<std::optional<Instant>> calendar_since(postgres::AuthTx& tx,
                                              const std::string& own_token_hash);

}  // namespace onereturn::identity
