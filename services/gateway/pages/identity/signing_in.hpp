#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/identity.hpp"
#include "domain/identity/sessions.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/plain_form.hpp"
#include "platform/http/message.hpp"

// What the ways of signing in share.
namespace onereturn::gateway::pages {

// Where to go afterwards: a path of ours, or nothing.
std::string next_of(const std::string& asked);

// "Chromium on Linux", as the browser tells of itself; "A browser" when it tells nothing known.
std::string device_words(const http::Request& request);

// Counts a try to sign in by "password", "link", "code" or "recovery", and how it ended: nothing
// when it was right, else the problem.
void count_sign_in(RequestContext& context, const char* way, const Problem* problem = nullptr);

// SHA-256 of a secret as it stands in a link or cookie; 32 bytes for every text.
std::string secret_hash(const std::string& secret);

// The first factor was right. Begins the session, or asks for the second factor first, or for
// setting one up where the role needs it.
http::Response first_factor_given(RequestContext& context, const identity::KnownPerson& person,
                                  const std::string& next);

// Draws the secret that an authenticator app is set up with, unless one waits already.
void offer_app_secret(RequestContext& context, const PersonId& person);

// Whose first factor was right a moment ago, by the cookie.
struct HalfWay {
  PersonId person;
  std::string name;
  std::string email;
  std::string next;
  std::string hash;  // of the cookie's secret
};
std::optional<HalfWay> half_way(RequestContext& context);
// Removes the cookie.
void end_half_way(http::Response& response);

// Begins the session in the only role, or in the first one with the choice of role to come. Sets
// the cookie and answers where to go.
Result<std::string> begin_signed_in(RequestContext& context, const identity::KnownPerson& person,
                                    const std::string& next, bool two_factor, std::string& token);

// The page of a plain form, with the person's navigation.
http::Response ask(RequestContext& context, const views::PlainForm& form,
                   const std::vector<views::PageError>& errors = {}, int status = 200);

// The same sentence for every link that is used, too old or never was.
http::Response link_is_over(RequestContext& context, const std::string& again_href,
                            const std::string& again_words);

// The errors of a problem by field; one error at `field` when it names none.
std::vector<views::PageError> errors_of(const Problem& problem, const std::string& field);
int status_of(const Problem& problem);

}  // namespace onereturn::gateway::pages
