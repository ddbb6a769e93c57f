#include "domain/identity/sessions.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/reviewers.hpp"
#include "gateway/services.hpp"
#include "gateway/views/words.hpp"
#include "platform/crypto/random.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

std::string membership_words(const identity::Membership& membership) {
  auto words = views::capital(role_words(membership.role, membership.party_kind));
  if (!membership.position.empty()) words += ". " + membership.position;
  return words;
}

}  // namespace

http::Response front_door(RequestContext& context) {
  if (!context.signed_in()) return http::Response::see_other("/sign-in");
  if (context.session().is_agency()) return http::Response::see_other("/home");
  if (reviews(context.session())) return http::Response::see_other("/reviews");
  if (context.session().is_board()) return http::Response::see_other("/board");
  if (looks(context.session())) return http::Response::see_other("/sight");
  return http::Response::see_other("/role");
}

http::Response show_roles(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto known = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash); });
  if (!known) return refuse(context, known.problem());
  auto roles = Data::list();
  for (const auto& membership : known->person.memberships) {
    const bool here = membership.membership == known->acting_as;
    roles.push(Data::object()
                   .set("value", membership.membership.text())
                   .set("party", membership.party_name)
                   .set("role", membership_words(membership))
                   .set("waiting", here ? Data("You are acting in this role now.") : Data()));
  }
  return framed(context, "pages/choose_role",
                Data::object()
                    .set("title", "Who are you acting for today?")
                    .set("person", known->name)
                    .set("roles", std::move(roles)));
}

http::Response take_role(RequestContext& context) {
  const auto membership = MembershipId::parse(context.field("role"));
  if (!membership) return not_found(context);
  const auto old = context.session().token_hash;
  const auto token = crypto::new_token();
  const auto lifetime =
      std::chrono::duration_cast<std::chrono::seconds>(context.settings().session_lifetime);
  const auto started = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::switch_role(tx, old, *membership, crypto::token_hash(token), lifetime);
  });
  if (!started) return refuse(context, started.problem());
  auto response = http::Response::see_other("/");
  context.services().sessions.forget(old);
  context.begin_session(response, token);
  return response;
}

}  // namespace onereturn::gateway::pages
