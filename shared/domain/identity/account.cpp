#include "domain/identity/account.hpp"

#include "base/email.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/identity_store.hpp"
#include "domain/identity/sign_in.hpp"

namespace onereturn::identity {

namespace {

Problem session_over() {
  return {ProblemCode::unauthenticated, "sign-in-required", "Sign in to go on."};
}

Problem link_over() {
  return {ProblemCode::not_found, "link-over",
          "This link no longer works. It was used, or it is too old."};
}

Problem too_often() {
  return {ProblemCode::too_many, "mails-too-many",
          "You have asked for many mails. Wait for a quarter of an hour, then try again."};
}

}  // namespace

Result<Account> read_account(postgres::AuthTx& tx, const std::string& token_hash) {
  auto account = find_account(tx, token_hash);
  if (!account) return session_over();
  return std::move(*account);
}

Result<std::vector<OpenSessionRow>> list_sessions(postgres::AuthTx& tx,
                                                  const std::string& token_hash) {
  auto sessions = find_sessions(tx, token_hash);
  if (sessions.empty()) return session_over();
  return sessions;
}

Result<int> sign_out_elsewhere(postgres::AuthTx& tx, const std::string& token_hash,
                               const std::optional<SessionId>& session) {
  return end_sessions_elsewhere(tx, token_hash, session);
}

Result<AskedAt> ask_email_change(postgres::AuthTx& tx, const std::string& token_hash,
                                 std::string_view typed_email, bool proved) {
  const auto email = normalised_email(typed_email);
  if (!is_email(email)) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Enter your new address.",
                   {{"email", "Enter an email address, like name@example.org"}}};
  }
  if (!find_account(tx, token_hash)) return session_over();
  const auto asked = insert_email_change(tx, token_hash, email, proved);
  if (!asked) return too_often();
  return *asked;
}

Result<Done> agree_email_change(postgres::AuthTx& tx, const std::string& link_hash) {
  if (!spend_email_leave(tx, link_hash)) return link_over();
  return Done{};
}

Result<Done> change_email(postgres::AuthTx& tx, const std::string& link_hash) {
  if (!spend_email_change(tx, link_hash)) return link_over();
  return Done{};
}

Result<Done> change_password(postgres::AuthTx& tx, const std::string& link_hash,
                             const std::string& password_hash) {
  const auto link = spend_link(tx, LinkPurpose::password, link_hash);
  if (!link || !link->person) return link_over();
  set_password(tx, *link->person, password_hash);
  forget_failures(tx, *link->person);
  return Done{};
}

Result<Done> ask_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                              const std::string& digest, int copies) {
  if (!find_account(tx, token_hash)) return session_over();
  if (!insert_signing_code(tx, token_hash, digest, copies)) return too_often();
  return Done{};
}

Result<bool> is_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                             const std::string& digest, const std::string& code_hash) {
  return check_signing_code(tx, token_hash, digest, code_hash);
}

}  // namespace onereturn::identity
