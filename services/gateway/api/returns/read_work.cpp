#include "domain/identity/sessions.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/home_view.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/api/returns/work_json.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

json::Value to_json(const identity::Membership& membership) {
  return json::Object{
      {"membership", membership.membership.text()},
      {"party", json::Object{{"id", membership.party.text()},
                             {"name", membership.party_name},
                             {"kind", membership.party_kind}}},
      {"role", membership.role},
      {"position", membership.position},
      {"unit", membership.unit ? json::Value(membership.unit->text()) : json::Value()}};
}

// The board named in the path, when it asks this unit.
const returns::Engaged* board_in_path(const RequestContext& context,
                                      const Result<returns::Workspace>& work) {
  const auto request = request_in_path(context);
  return work && request ? work->find(*request) : nullptr;
}

// Null for a person, who may do all that the role may.
json::Value scopes_of(const Session& session) {
  if (!session.scopes) return {};
  return list_of(*session.scopes, [](const std::string& scope) { return json::Value(scope); });
}

}  // namespace

http::Response get_me(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto known = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash); });
  if (!known) return refuse(context, known.problem());
  json::Value acting;
  for (const auto& membership : known->person.memberships) {
    if (membership.membership == known->acting_as) acting = to_json(membership);
  }
  return context.json(json::Object{
      {"person", json::Object{{"id", known->person.person.text()}, {"name", known->name}}},
      {"acting_as", std::move(acting)},
      {"scopes", scopes_of(context.session())},
      {"memberships", list_of(known->person.memberships,
                              [](const auto& membership) { return to_json(membership); })}});
}

http::Response list_requests(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(requests_to_json(*work, returns::home_view(*work)));
}

http::Response get_return(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(return_to_json(*work));
}

http::Response get_question(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  const auto question = returns::question_view(*work, context.path("requirement"));
  if (!question) return refuse(context, question.problem());
  return context.json(question_to_json(*question));
}

http::Response list_extras(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  const auto* board = board_in_path(context, work);
  if (board == nullptr) return refuse(context, refusal_of_type("not-found"));
  return context.json(json::Object{
      {"request", board->request.text()},
      {"board", api::to_json(board->board)},
      {"extras", list_of(returns::extras_of(*work, *board),
                         [](const returns::Extra& extra) { return extra_to_json(extra); })}});
}

http::Response get_own_form(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  const auto* board = board_in_path(context, work);
  if (board == nullptr || work->way != mapping::Way::own_form) {
    return refuse(context, refusal_of_type("not-found"));
  }
  return context.json(own_form_to_json(*work, *board));
}

}  // namespace onereturn::gateway::api
