#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// What must be checked, between the two transactions of a sign-in. `password_hash` is empty for
// somebody unknown: the caller then verifies against a hash of nobody's, so that both take the
// same time.
struct Attempt {
  std::string throttle_key;  // SHA-256 of what was typed as the address: 32 bytes
  std::optional<PersonId> person;
  std::string password_hash;
};

// The address as it is looked up and throttled: without blanks around it, in lower case.
std::string normalised_email(std::string_view typed);

// Opens a sign-in. Refuses with too_many while the address is locked after failed tries, known
// or not.
Result<Attempt> open_attempt(postgres::AuthTx& tx, std::string_view typed_email,
                             std::string throttle_key);

// Closes it: the verifier's word counts a failure or forgets the earlier ones. Refuses with
// unauthenticated, the same for an unknown person, a wrong password and somebody without a role.
// A failure has to be committed to count: run it with `count_failure` when this refused.
Result<KnownPerson> close_attempt(postgres::AuthTx& tx, const Attempt& attempt,
                                  bool password_was_right);
Result<Done> count_failure(postgres::AuthTx& tx, const Attempt& attempt);

}  // namespace onereturn::identity
