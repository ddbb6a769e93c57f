#include "domain/identity/second_factor.hpp"

#include <algorithm>

#include "domain/identity/account_store.hpp"

namespace onereturn::identity {

Problem wrong_code() {
  return {ProblemCode::invalid,
          "wrong-code",
          "That code does not count.",
          {{"code", "That is not the code of this moment. Wait for the next one, then enter it."}}};
}

Problem too_many_codes() {
  return {ProblemCode::too_many, "codes-too-many",
          "There were too many tries. Wait for a quarter of an hour, then try again."};
}

SecondFactor second_factor_of(postgres::AuthTx& tx, const PersonId& person) {
  return read_second_factor(tx, person);
}

Result<Done> begin_half_way(postgres::AuthTx& tx, const std::string& token_hash,
                            const PersonId& person, const std::string& next_path) {
  insert_half_way(tx, token_hash, person, next_path);
  return Done{};
}

StoredSecret offer_second_factor(postgres::AuthTx& tx, const PersonId& person,
                                 const StoredSecret& secret) {
  return insert_second_factor(tx, person, secret);
}

Result<bool> count_code_try(postgres::AuthTx& tx, const PersonId& person) {
  return count_try(tx, person);
}

Result<Done> enrol(postgres::AuthTx& tx, const PersonId& person, std::int64_t step,
                   const std::vector<std::string>& recovery_hashes) {
  if (!confirm_second_factor(tx, person, step, recovery_hashes)) return wrong_code();
  return Done{};
}

Result<Done> take_code(postgres::AuthTx& tx, const PersonId& person, std::int64_t step) {
  if (!take_step(tx, person, step)) return wrong_code();
  return Done{};
}

Result<Done> take_recovery_code(postgres::AuthTx& tx, const PersonId& person,
                                const std::vector<std::string>& code_hashes) {
  const auto spent = [&](const std::string& hash) { return spend_recovery_code(tx, person, hash); };
  if (std::none_of(code_hashes.begin(), code_hashes.end(), spent)) {
    return Problem{ProblemCode::invalid,
                   "wrong-code",
                   "That recovery code does not count.",
                   {{"code", "That is not one of your recovery codes, or it was used before."}}};
  }
  return Done{};
}

}  // namespace onereturn::identity
