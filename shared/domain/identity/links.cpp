#include "domain/identity/links.hpp"

#include "base/email.hpp"
#include "base/fault.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/identity_store.hpp"
#include "domain/identity/sign_in.hpp"

namespace onereturn::identity {

namespace {

Problem over() {
  return {ProblemCode::not_found, "link-over",
          "This link no longer works. It was used, or it is too old."};
}

}  // namespace

Result<Done> ask_link(postgres::AuthTx& tx, LinkPurpose purpose, std::string_view typed_email,
                      std::string_view network_address, const std::string& next_path) {
  const auto email = normalised_email(typed_email);
  if (!is_email(email)) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Enter your work email address.",
                   {{"email", "Enter an email address, like name@example.org"}}};
  }
  if (!insert_link(tx, purpose, email, std::string(network_address), next_path)) {
    return Problem{ProblemCode::too_many, "links-too-many",
                   "You have asked for many links. Wait for a quarter of an hour, then try again."};
  }
  FAULT("mail.asking");
  return Done{};
}

Result<OpenLink> read_link(postgres::AuthTx& tx, LinkPurpose purpose,
                           const std::string& token_hash) {
  auto link = find_link(tx, purpose, token_hash);
  if (!link) return over();
  return std::move(*link);
}

Result<OpenLink> use_link(postgres::AuthTx& tx, LinkPurpose purpose,
                          const std::string& token_hash) {
  auto link = spend_link(tx, purpose, token_hash);
  if (!link) return over();
  return std::move(*link);
}

Result<KnownPerson> use_sign_in_link(postgres::AuthTx& tx, const std::string& token_hash,
                                     std::string& next_path) {
  const auto link = spend_link(tx, LinkPurpose::sign_in, token_hash);
  if (!link || !link->person) return over();
  KnownPerson person{*link->person, memberships_of(tx, *link->person)};
  if (person.memberships.empty()) return over();
  forget_failures(tx, person.person);
  next_path = link->next_path;
  return person;
}

}  // namespace onereturn::identity
