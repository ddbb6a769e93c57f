#include "domain/identity/sign_in.hpp"

#include "domain/identity/sessions.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/services.hpp"
#include "gateway/views/words.hpp"
#include "platform/crypto/random.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::PageError;

// Where to go afterwards: a path of ours, or nothing.
std::string next_of(const std::string& asked) {
  return asked.starts_with('/') && html::safe_href(asked) == asked ? asked : std::string();
}

http::Response sign_in_page(RequestContext& context, const std::string& email,
                            const std::string& next, const std::vector<PageError>& errors,
                            int status) {
  return framed(context, "pages/sign_in",
                Data::object()
                    .set("title", "Sign in")
                    .set("title_error", !errors.empty())
                    .set("error_summary", views::error_summary(errors))
                    .set("note", false)
                    .set("next", Data::text_or_no(next))
                    .set("email_value", email)
                    .set("email_error", views::error_of(errors, "email"))
                    .set("password_error", views::error_of(errors, "password")),
                {}, status);
}

// The person whose password was right. Looking up, checking the password and closing are apart,
// so that no database connection waits for the slow check.
Result<identity::KnownPerson> checked_person(RequestContext& context, const std::string& email,
                                             const std::string& password) {
  auto& database = context.auth_database();
  const auto attempt = database.as_auth([&](postgres::AuthTx& tx) {
    return identity::open_attempt(tx, email, context.request().remote_address);
  });
  if (!attempt) return attempt.problem();
  auto& hasher = context.services().hasher;
  const bool right = attempt->person ? hasher.verify(attempt->password_hash, password)
                                     : hasher.verify_nobody(password);
  if (!right) {
    const auto counted = database.as_auth(
        [&](postgres::AuthTx& tx) { return identity::count_failure(tx, *attempt); });
    return counted ? identity::wrong_sign_in() : counted.problem();
  }
  return database.as_auth(
      [&](postgres::AuthTx& tx) { return identity::close_attempt(tx, *attempt); });
}

}  // namespace

http::Response show_sign_in(RequestContext& context) {
  return sign_in_page(context, "", next_of(context.request().query.get("next")), {}, 200);
}

http::Response sign_in(RequestContext& context) {
  const auto email = context.field("email");
  const auto password = context.field("password");
  const auto next = next_of(context.field("next"));
  std::vector<PageError> errors;
  if (email.empty()) errors.push_back({"email", "Enter your work email address"});
  if (password.empty()) errors.push_back({"password", "Enter your password"});
  if (!errors.empty()) return sign_in_page(context, email, next, errors, 422);

  const auto person = checked_person(context, email, password);
  if (!person) {
    const auto& problem = person.problem();
    const bool locked = problem.code == ProblemCode::too_many;
    const auto words = problem.fields.empty() ? problem.detail : problem.fields.front().message;
    return sign_in_page(context, email, next, {{"email", words}}, locked ? 429 : 401);
  }
  const auto token = crypto::new_token();
  const auto lifetime =
      std::chrono::duration_cast<std::chrono::seconds>(context.settings().session_lifetime);
  const auto started = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, person->person, person->memberships.front().membership,
                                   crypto::token_hash(token), lifetime);
  });
  if (!started)
    return sign_in_page(context, email, next, {{"email", started.problem().detail}}, 401);
  const bool several = person->memberships.size() > 1;
  auto response = http::Response::see_other(several        ? "/role"
                                            : next.empty() ? std::string("/")
                                                           : next);
  context.begin_session(response, token);
  return response;
}

http::Response sign_out(RequestContext& context) {
  auto response = http::Response::see_other("/signed-out");
  const auto hash = context.session().token_hash;
  const auto ended = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::sign_out(tx, hash); });
  ENSURE(ended.has_value(), "ending a session never refuses");
  context.end_session(response);
  return response;
}

}  // namespace onereturn::gateway::pages
