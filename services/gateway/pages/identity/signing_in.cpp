#include "gateway/pages/identity/signing_in.hpp"

#include <algorithm>
#include <array>

#include "domain/identity/links.hpp"
#include "domain/identity/second_factor.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "platform/crypto/random.hpp"
#include "platform/html/href.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr std::string_view half_way_cookie = "halfway";
constexpr int half_way_seconds = 15 * 60;

// The first name that stands in the browser's own line; the order tells those that claim to be
// others from the real ones.
std::string first_of(const std::string& agent,
                     const std::vector<std::pair<std::string_view, std::string_view>>& names) {
  for (const auto& [mark, words] : names) {
    if (agent.find(mark) != std::string::npos) return std::string(words);
  }
  return {};
}

}  // namespace

std::string next_of(const std::string& asked) {
  constexpr std::size_t path_max = 300;
  return asked.starts_with('/') && asked.size() <= path_max && html::safe_href(asked) == asked
             ? asked
             : std::string();
}

std::string device_words(const http::Request& request) {
  const auto agent = request.header("User-Agent");
  const auto browser = first_of(
      agent,
      {{"Edg/", "Edge"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}});
  const auto system = first_of(agent, {{"iPad", "iPad"},
                                       {"iPhone", "iPhone"},
                                       {"Android", "Android"},
                                       {"Windows", "Windows"},
                                       {"Mac OS", "Mac"},
                                       {"Linux", "Linux"}});
  if (browser.empty() && system.empty()) return "A browser";
  if (system.empty()) return browser;
  return (browser.empty() ? "A browser" : browser) + " on " + system;
}

void count_sign_in(RequestContext& context, const char* way, const Problem* problem) {
  const char* outcome = "ok";
  if (problem != nullptr) {
    outcome = problem->code == ProblemCode::too_many ? "locked" : "wrong";
  }
  context.services().metrics.count("onereturn_sign_ins_total",
                                   {{"way", way}, {"outcome", outcome}});
}

std::string secret_hash(const std::string& secret) { return crypto::token_hash(secret); }

http::Response first_factor_given(RequestContext& context, const identity::KnownPerson& person,
                                  const std::string& next) {
  auto& database = context.auth_database();
  const auto factor = database.as_auth(
      [&](postgres::AuthTx& tx) { return Result(identity::second_factor_of(tx, person.person)); });
  if (!factor) return refuse(context, factor.problem());
  if (!factor->asked_for()) {
    std::string token;
    const auto begun = begin_signed_in(context, person, next, false, token);
    if (!begun) return refuse(context, begun.problem());
    auto response = http::Response::see_other(*begun);
    context.begin_session(response, token);
    return response;
  }
  // What the next page shows is made here: opening a page writes nothing.
  if (!factor->confirmed) offer_app_secret(context, person.person);
  const auto secret = crypto::new_token();
  const auto held = database.as_auth([&](postgres::AuthTx& tx) {
    return identity::begin_half_way(tx, secret_hash(secret), person.person, next);
  });
  if (!held) return refuse(context, held.problem());
  auto response =
      http::Response::see_other(factor->confirmed ? "/sign-in/code" : "/sign-in/set-up");
  response.with("Set-Cookie", http::session_cookie(half_way_cookie, secret, half_way_seconds));
  return response;
}

std::optional<HalfWay> half_way(RequestContext& context) {
  const auto secret = context.request().cookie("__Host-" + std::string(half_way_cookie));
  if (secret.empty()) return std::nullopt;
  const auto hash = secret_hash(secret);
  const auto link = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::read_link(tx, identity::LinkPurpose::half_way, hash);
  });
  if (!link || !link->person) return std::nullopt;
  return HalfWay{*link->person, link->person_name, link->email, link->next_path, hash};
}

void end_half_way(http::Response& response) {
  response.with("Set-Cookie", http::session_cookie(half_way_cookie, "", 0));
}

Result<std::string> begin_signed_in(RequestContext& context, const identity::KnownPerson& person,
                                    const std::string& next, bool two_factor, std::string& token) {
  token = crypto::new_token();
  const auto lifetime =
      std::chrono::duration_cast<std::chrono::seconds>(context.settings().session_lifetime);
  const auto started = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, person.person, person.memberships.front().membership,
                                   crypto::token_hash(token), lifetime,
                                   {device_words(context.request()), two_factor});
  });
  if (!started) return started.problem();
  if (person.memberships.size() > 1) return std::string("/role");
  return next.empty() ? std::string("/") : next;
}

http::Response ask(RequestContext& context, const views::PlainForm& form,
                   const std::vector<views::PageError>& errors, int status) {
  return framed(context, "pages/plain_form", views::plain_form(form, context.csrf_token(), errors),
                {}, status);
}

http::Response link_is_over(RequestContext& context, const std::string& again_href,
                            const std::string& again_words) {
  views::PlainForm form;
  form.title = "This link no longer works";
  form.lede = "It was used already, or it is too old.";
  form.paragraphs = {
      "A link in one of our mails works once, and not for long: so nobody who finds "
      "the mail later can use it."};
  form.links = {{again_href, again_words}};
  return ask(context, form, {}, 404);
}

std::vector<views::PageError> errors_of(const Problem& problem, const std::string& field) {
  std::vector<views::PageError> errors;
  for (const auto& error : problem.fields)
    errors.push_back({error.field, error.message});
  if (errors.empty()) errors.push_back({field, problem.detail});
  return errors;
}

int status_of(const Problem& problem) { return refusal_of(problem).status; }

}  // namespace onereturn::gateway::pages
