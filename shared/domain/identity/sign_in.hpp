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
  std::string email;    // as it is looked up and throttled
  std::string address;  // of the network, throttled too
  std::optional<PersonId> person;
  std::string password_hash;
};

// The address as it is looked up: without blanks around it, in lower case.
std::string normalised_email(std::string_view typed);

// Opens a sign-in. Refuses with too_many while the address of mail, known or not, or the network
// address is locked after failed tries.
Result<Attempt> open_attempt(postgres::AuthTx& tx, std::string_view typed_email,
                             std::string_view network_address);

// After the verifier said no: counts the failure. Always answers, so that it is committed; refuse
// with `wrong_sign_in` then.
Result<Done> count_failure(postgres::AuthTx& tx, const Attempt& attempt);

// After the verifier said yes: forgets earlier failures and answers the roles to choose from.
// Refuses like a wrong password when the person holds no role.
Result<KnownPerson> close_attempt(postgres::AuthTx& tx, const Attempt& attempt);

// The one refusal for an unknown person, a wrong password and somebody without a role.
Problem wrong_sign_in();

}  // namespace onereturn::identity
