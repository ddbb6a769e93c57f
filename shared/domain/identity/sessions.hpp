#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// How somebody signed in, and on what: shown in the list of their sessions.
struct SignedInBy {
  std::string device = {};  // "Chromium on Linux"; "" when a change of role keeps what it was
  bool two_factor = false;  // with password and code
};

// Begins a browser's session in one role. `token_hash` is SHA-256 of a fresh token, 32 bytes.
// Refuses with not_found when the membership is not this person's, or has ended; with forbidden
// `second-factor` for a board's, operator's or nation's role without the second factor.
Result<StartedSession> begin_session(postgres::AuthTx& tx, const PersonId& person,
                                     const MembershipId& membership, const std::string& token_hash,
                                     std::chrono::seconds lifetime, const SignedInBy& by = {});

// The same person in another role: ends the old session, begins the new one with a new token.
// Refuses with unauthenticated when the old one is over, and as above: what was given for the old
// session counts for the new one.
Result<StartedSession> switch_role(postgres::AuthTx& tx, const std::string& old_token_hash,
                                   const MembershipId& membership, const std::string& token_hash,
                                   std::chrono::seconds lifetime);

// The session's person with all their roles, for "Change role" and for the API. Refuses with
// unauthenticated when the session is over.
Result<SignedInPerson> who_am_i(postgres::AuthTx& tx, const std::string& token_hash);

// Somebody is at it: a browser's session that nobody uses for an hour is over, an agency's for
// four. Does nothing to one that is over, nor to a program's.
Result<Done> note_use(postgres::SystemTx& tx, const std::string& token_hash);

// Ends it. Ending an ended or unknown session is no problem.
Result<Done> sign_out(postgres::AuthTx& tx, const std::string& token_hash);

}  // namespace onereturn::identity
