#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

// Password and code: whoever acts for a board, the operator or the nation needs both; anybody else
// may have both. Codes are checked by the caller, who knows the time; here each counts once.
namespace onereturn::identity {

// An authenticator app's secret as it is kept: sealed, with the id of the key that opens it, or as
// it is, from before there was a key.
struct StoredSecret {
  std::string bytes;   // "" when nothing was offered yet
  std::string key_id;  // "" when it is not sealed
};

struct SecondFactor {
  bool needed = false;
  bool confirmed = false;  // there is one, and it is asked for
  StoredSecret secret;
  int codes_left = 0;
  bool has_password = false;

  bool asked_for() const { return needed || confirmed; }
};

inline constexpr int recovery_codes = 10;

SecondFactor second_factor_of(postgres::AuthTx& tx, const PersonId& person);

// The first factor was right. `token_hash` is of what the browser holds until the second is: a
// quarter of an hour.
Result<Done> begin_half_way(postgres::AuthTx& tx, const std::string& token_hash,
                            const PersonId& person, const std::string& next_path);

// Puts a secret beside the person to enrol with; answers the one that holds, which is an earlier
// one when the page is opened again.
StoredSecret offer_second_factor(postgres::AuthTx& tx, const PersonId& person,
                                 const StoredSecret& secret);

// Counts a try at a code, in a transaction of its own so that a wrong code cannot undo it. False
// after eight in a quarter of an hour: refuse with too_many_codes then.
Result<bool> count_code_try(postgres::AuthTx& tx, const PersonId& person);

// The right code of that step: enrols, with these recovery codes (SHA-256 each) and no others.
// Refuses with invalid, field "code", when the step was used before.
Result<Done> enrol(postgres::AuthTx& tx, const PersonId& person, std::int64_t step,
                   const std::vector<std::string>& recovery_hashes);

// The right code of that step. Refuses as above.
Result<Done> take_code(postgres::AuthTx& tx, const PersonId& person, std::int64_t step);

// A recovery code, by what may stand for it (one for each key that there has been): counts once.
// Refuses with invalid, field "code".
Result<Done> take_recovery_code(postgres::AuthTx& tx, const PersonId& person,
                                const std::vector<std::string>& code_hashes);

// The one refusal for a code that is wrong, was used, or belongs to another moment.
Problem wrong_code();
Problem too_many_codes();

}  // namespace onereturn::identity
