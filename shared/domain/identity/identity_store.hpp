#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/identity/identity.hpp"
#include "domain/identity/sessions.hpp"
#include "domain/identity/sign_in.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to people and sessions: the functions that the login for signing in may execute.
namespace onereturn::identity {

struct LookedUp {
  std::optional<PersonId> person;
  std::string password_hash;
  bool locked = false;
};
LookedUp look_up(postgres::AuthTx& tx, const std::string& email, const std::string& address);
void count_failed(postgres::AuthTx& tx, const std::string& email, const std::string& address);
void forget_failures(postgres::AuthTx& tx, const PersonId& person);
std::vector<Membership> memberships_of(postgres::AuthTx& tx, const PersonId& person);

// Answers when it expires; nothing when the role needs a second factor that was not given. Throws
// SessionEnded when the membership is not that person's.
std::optional<Instant> insert_session(postgres::AuthTx& tx, const std::string& token_hash,
                                      const PersonId& person, const MembershipId& membership,
                                      std::chrono::seconds lifetime, const SignedInBy& by,
                                      const std::string& replaced_token_hash);
void end_session(postgres::AuthTx& tx, const std::string& token_hash);
void touch_session(postgres::SystemTx& tx, const std::string& token_hash);

struct OpenSession {
  PersonId person;
  std::string person_name;
  MembershipId membership;
};
std::optional<OpenSession> read_session(postgres::AuthTx& tx, const std::string& token_hash);

}  // namespace onereturn::identity
