#include "domain/identity/sessions.hpp"

#include <algorithm>

#include "domain/identity/identity_store.hpp"

namespace onereturn::identity {

namespace {

Problem session_over() {
  return {ProblemCode::unauthenticated, "sign-in-required", "Sign in to go on."};
}

Result<StartedSession> begin(postgres::AuthTx& tx, const PersonId& person,
                             const MembershipId& membership, const std::string& token_hash,
                             std::chrono::seconds lifetime, const SignedInBy& by,
                             const std::string& replaced) {
  const auto roles = memberships_of(tx, person);
  const auto at = std::find_if(roles.begin(), roles.end(), [&](const Membership& role) {
    return role.membership == membership;
  });
  if (at == roles.end()) {
    return Problem{ProblemCode::not_found, "not-found", "You do not hold that role."};
  }
  const auto expires = insert_session(tx, token_hash, person, membership, lifetime, by, replaced);
  if (!expires) {
    return Problem{ProblemCode::forbidden, "second-factor",
                   "This role needs your password and a code. Sign out, then sign in with both."};
  }
  return StartedSession{person, *at, *expires};
}

}  // namespace

Result<StartedSession> begin_session(postgres::AuthTx& tx, const PersonId& person,
                                     const MembershipId& membership, const std::string& token_hash,
                                     std::chrono::seconds lifetime, const SignedInBy& by) {
  return begin(tx, person, membership, token_hash, lifetime, by, "");
}

Result<StartedSession> switch_role(postgres::AuthTx& tx, const std::string& old_token_hash,
                                   const MembershipId& membership, const std::string& token_hash,
                                   std::chrono::seconds lifetime) {
  const auto old = read_session(tx, old_token_hash);
  if (!old) return session_over();
  return begin(tx, old->person, membership, token_hash, lifetime, {}, old_token_hash);
}

Result<SignedInPerson> who_am_i(postgres::AuthTx& tx, const std::string& token_hash) {
  const auto session = read_session(tx, token_hash);
  if (!session) return session_over();
  return SignedInPerson{{session->person, memberships_of(tx, session->person)},
                        session->person_name,
                        session->membership};
}

Result<Done> note_use(postgres::SystemTx& tx, const std::string& token_hash) {
  touch_session(tx, token_hash);
  return Done{};
}

Result<Done> sign_out(postgres::AuthTx& tx, const std::string& token_hash) {
  end_session(tx, token_hash);
  return Done{};
}

}  // namespace onereturn::identity
