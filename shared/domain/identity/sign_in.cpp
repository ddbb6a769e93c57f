#include "domain/identity/sign_in.hpp"

#include "domain/identity/identity_store.hpp"

namespace onereturn::identity {

std::string normalised_email(std::string_view typed) {
  const auto first = typed.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  const auto last = typed.find_last_not_of(" \t\r\n");
  std::string email(typed.substr(first, last - first + 1));
  for (char& c : email) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return email;
}

Problem wrong_sign_in() {
  return {ProblemCode::unauthenticated,
          "wrong-sign-in",
          "That address and password do not go together.",
          {{"email", "Check the address and the password, and try again."}}};
}

Result<Attempt> open_attempt(postgres::AuthTx& tx, std::string_view typed_email,
                             std::string_view network_address) {
  Attempt attempt{normalised_email(typed_email), std::string(network_address), std::nullopt, ""};
  auto found = look_up(tx, attempt.email, attempt.address);
  if (found.locked) {
    return Problem{ProblemCode::too_many, "sign-in-locked",
                   "There were too many tries. Wait for a quarter of an hour, then try again."};
  }
  attempt.person = std::move(found.person);
  attempt.password_hash = std::move(found.password_hash);
  return attempt;
}

Result<Done> count_failure(postgres::AuthTx& tx, const Attempt& attempt) {
  count_failed(tx, attempt.email, attempt.address);
  return Done{};
}

Result<KnownPerson> close_attempt(postgres::AuthTx& tx, const Attempt& attempt) {
  if (!attempt.person) return wrong_sign_in();
  KnownPerson person{*attempt.person, memberships_of(tx, *attempt.person)};
  if (person.memberships.empty()) return wrong_sign_in();
  forget_failures(tx, *attempt.person);
  return person;
}

}  // namespace onereturn::identity
