#include "gateway/pages/identity/programs.hpp"

#include <algorithm>

#include "domain/identity/manage_clients.hpp"
#include "domain/identity/sessions.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/programs.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using identity::Client;
using views::PageError;

constexpr const char* place = "/programs";
constexpr const char* agreed_words =
    "I have read how this program fills the return. It may send the copies that are ready in my "
    "name. To my knowledge each is a true account of our arrangements on the day it is sent.";

std::string new_secret() { return "ors_" + crypto::new_token(); }

std::string own_position(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto known = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash); });
  if (!known) return {};
  const auto& roles = known->person.memberships;
  const auto here = std::find_if(roles.begin(), roles.end(), [&](const auto& role) {
    return role.membership == known->acting_as;
  });
  return here == roles.end() ? std::string() : here->position;
}

Result<std::vector<Client>> clients_of(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return identity::list_clients(tx); });
}

http::Response page(RequestContext& context, views::ProgramForm form,
                    const std::vector<PageError>& errors, int status,
                    views::AgreementForm agreement = {}) {
  const auto clients = clients_of(context);
  if (!clients) return refuse(context, clients.problem());
  return framed(
      context, "pages/programs",
      views::programs_page({*clients, context.session().role, own_position(context), agreed_words,
                            std::move(form), context.request().query.get("saved"), errors,
                            std::move(agreement)}),
      place, status);
}

std::vector<PageError> errors_of(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

http::Response secret_shown(RequestContext& context, const ClientId& id,
                            const std::string& secret) {
  const auto clients = clients_of(context);
  if (!clients) return refuse(context, clients.problem());
  for (const auto& client : *clients) {
    if (client.client == id) {
      return framed(context, "pages/program_secret",
                    views::secret_page(client, secret, context.origin()), place);
    }
  }
  return not_found(context);
}

bool is_ours(RequestContext& context, const ClientId& id) {
  const auto clients = clients_of(context);
  return clients && std::any_of(clients->begin(), clients->end(),
                                [&](const Client& client) { return client.client == id; });
}

// Does it about the program of the path; then the list says so. What an authoriser typed there
// comes back with what is wrong.
template <class Work>
http::Response about_program(RequestContext& context, const char* saved, Work&& work) {
  const auto id = ClientId::parse(context.path("program"));
  if (!id) return not_found(context);
  const auto done = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return work(tx, *id); });
  if (done) return http::Response::see_other(std::string(place) + "?saved=" + saved);
  auto errors = errors_of(done.problem());
  if (errors.empty()) return refuse(context, done.problem());
  if (!is_ours(context, *id)) return not_found(context);
  for (auto& error : errors)
    error.field += "-" + id->text();
  return page(context, {ClientId::random().text(), "", {}}, errors, 422,
              {id->text(), context.field("position"), context.field("days")});
}

}  // namespace

http::Response show_programs(RequestContext& context) {
  return page(context, {ClientId::random().text(), "", {}}, {}, 200);
}

http::Response let_program_in(RequestContext& context) {
  const auto id = ClientId::parse(context.field("program"));
  if (!id) return not_found(context);
  identity::IssueClient command{*id, context.field("name"), context.request().form.all("scope")};
  const auto secret = new_secret();
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::issue_client(tx, command, crypto::sha256(secret));
  });
  if (done) return secret_shown(context, *id, secret);
  const auto& problem = done.problem();
  if (problem.key == "program-there") {
    return http::Response::see_other(std::string(place) + "?saved=before");
  }
  auto errors = errors_of(problem);
  if (problem.code == ProblemCode::conflict) errors.push_back({"name", problem.detail});
  if (errors.empty()) return refuse(context, problem);
  return page(context, {id->text(), command.name, command.scopes}, errors, 422);
}

http::Response renew_secret(RequestContext& context) {
  const auto id = ClientId::parse(context.path("program"));
  const auto hours = identity::overlap_hours(context.field("overlap"));
  if (!id || !hours) return not_found(context);
  const auto secret = new_secret();
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::rotate_client(tx, *id, crypto::sha256(secret), *hours);
  });
  return done ? secret_shown(context, *id, secret) : refuse(context, done.problem());
}

http::Response end_program(RequestContext& context) {
  return about_program(context, "ended", [](postgres::AgencyTx& tx, const ClientId& id) {
    return identity::revoke_client(tx, id);
  });
}

http::Response agree_to_program(RequestContext& context) {
  identity::AgreeToSubmit command;
  command.position = context.field("position");
  command.statement = context.field("statement") == "yes" ? agreed_words : "";
  command.days = context.field("days") == "30" ? 30 : context.field("days") == "90" ? 90 : 0;
  return about_program(context, "agreed", [&](postgres::AgencyTx& tx, const ClientId& id) {
    command.client = id;
    return identity::agree_to_submit(tx, command);
  });
}

http::Response withdraw_from_program(RequestContext& context) {
  return about_program(context, "withdrawn", [](postgres::AgencyTx& tx, const ClientId& id) {
    return identity::withdraw_consent(tx, id);
  });
}

std::vector<Route> program_routes() {
  using http::Verb;
  const auto leads = agency({"lead"});
  const auto signs = agency({"authoriser"});
  const auto either = agency({"lead", "authoriser"});
  return {{Verb::get, "/programs", either, show_programs},
          {Verb::post, "/programs", leads, let_program_in},
          {Verb::post, "/programs/{program}/secret", leads, renew_secret},
          {Verb::post, "/programs/{program}/end", leads, end_program},
          {Verb::post, "/programs/{program}/agree", signs, agree_to_program},
          {Verb::post, "/programs/{program}/withdraw", either, withdraw_from_program}};
}

}  // namespace onereturn::gateway::pages
