#include "domain/identity/second_factor.hpp"

#include "domain/identity/account.hpp"
#include "domain/identity/identity_store.hpp"
#include "domain/identity/links.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/recovery_codes.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "platform/crypto/random.hpp"
#include "platform/otp/otp.hpp"
#include "platform/qr/qr.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::PageError;

views::TextField code_field() {
  views::TextField field{"code", "Code from your phone"};
  field.autocomplete = "one-time-code";
  field.width = "govuk-input--width-10";
  field.numeric = true;
  return field;
}

http::Response begin_again() { return http::Response::see_other("/sign-in"); }

// A try is counted before the code is looked at, and stays counted.
Result<Done> counted(RequestContext& context, const PersonId& person) {
  const auto allowed = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::count_code_try(tx, person); });
  if (!allowed) return allowed.problem();
  if (!*allowed) return identity::too_many_codes();
  return Done{};
}

// What is sealed for this person; nothing, and a line in the log, when its key is not here.
std::optional<std::string> opened(RequestContext& context, const PersonId& person,
                                  const identity::StoredSecret& stored) {
  if (stored.key_id.empty()) return stored.bytes;
  auto& services = context.services();
  auto secret = services.sealer.open({stored.bytes, stored.key_id}, person.text());
  if (!secret) services.log.error("second_factor_key_missing", {{"key", stored.key_id}});
  return secret;
}

http::Response not_now(RequestContext& context) {
  return refuse(context, refusal_of_type("store-unavailable"));
}

// The step of a right code: the phone's clock is the computer's, not the demonstration's own day.
std::optional<std::int64_t> step_of(const std::string& secret, const std::string& code) {
  return otp::step_of(secret, code, system_clock()());
}

Result<identity::SecondFactor> factor_of(RequestContext& context, const PersonId& person) {
  return context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return Result(identity::second_factor_of(tx, person)); });
}

// The second factor was right: uses the half-way link up and begins the session.
Result<std::string> go_in(RequestContext& context, const HalfWay& half, std::string& token) {
  const auto known =
      context.auth_database().as_auth([&](postgres::AuthTx& tx) -> Result<identity::KnownPerson> {
        const auto used = identity::use_link(tx, identity::LinkPurpose::half_way, half.hash);
        if (!used) return used.problem();
        return identity::KnownPerson{half.person, identity::memberships_of(tx, half.person)};
      });
  if (!known) return known.problem();
  if (known->memberships.empty()) {
    return Problem{ProblemCode::unauthenticated, "sign-in-required", "You hold no role any more."};
  }
  return begin_signed_in(context, *known, next_of(half.next), true, token);
}

http::Response gone_in(RequestContext& context, const HalfWay& half) {
  std::string token;
  const auto next = go_in(context, half, token);
  if (!next) return begin_again();
  auto response = http::Response::see_other(*next);
  context.begin_session(response, token);
  end_half_way(response);
  return response;
}

http::Response code_page(RequestContext& context, const HalfWay& half,
                         const std::vector<PageError>& errors, int status) {
  views::PlainForm form;
  form.title = "Enter the code";
  form.eyebrow = half.name;
  form.lede = "Open the authenticator app on your phone and type the six digits for OneReturn.";
  form.action = "/sign-in/code";
  form.button = "Sign in";
  form.fields = {code_field()};
  form.links = {{"/sign-in/recovery", "I do not have my phone"}};
  return ask(context, form, errors, status);
}

http::Response recovery_page(RequestContext& context, const std::vector<PageError>& errors,
                             int status) {
  views::PlainForm form;
  form.title = "Use a recovery code";
  form.lede = "You were given ten when you set up codes. Each works once.";
  form.action = "/sign-in/recovery";
  form.button = "Sign in";
  views::TextField field{"code", "Recovery code"};
  field.hint = "It looks like k7fq-29md-xw4h.";
  field.width = "govuk-input--width-20";
  form.fields = {field};
  form.links = {{"/sign-in/code", "I have my phone after all"}};
  form.boxes = {{"No recovery codes either?",
                 "Another manager of your board can reset your codes, and so can whoever runs the "
                 "service. They will want to know that it is you."}};
  return ask(context, form, errors, status);
}

http::Response set_up_page(RequestContext& context, const std::string& action,
                           const std::string& email, const std::string& secret,
                           const std::vector<PageError>& errors, int status) {
  const auto drawn = qr::drawing(otp::address(secret, email, "OneReturn"));
  return framed(context, "pages/second_factor",
                Data::object()
                    .set("title", "Set up codes on your phone")
                    .set("title_error", !errors.empty())
                    .set("error_summary", views::error_summary(errors))
                    .set("lede",
                         "From now on you sign in with your password and a code that only "
                         "your phone can make.")
                    .set("modules", drawn.modules)
                    .set("path", drawn.path)
                    .set("secret", otp::secret_words(secret))
                    .set("action", action)
                    .set("field", views::text_field(code_field(), errors)),
                {}, status);
}

// Enrols with the code that was typed. Answers the recovery codes.
Result<std::vector<std::string>> enrolled(RequestContext& context, const PersonId& person,
                                          const std::string& secret) {
  if (const auto may = counted(context, person); !may) return may.problem();
  const auto step = step_of(secret, context.field("code"));
  if (!step) return identity::wrong_code();
  auto codes = new_recovery_codes();
  std::vector<std::string> hashes;
  for (const auto& code : codes) {
    hashes.push_back(recovery_hashes(context.services().sealer, person, code).front());
  }
  const auto done = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::enrol(tx, person, *step, hashes); });
  if (!done) return done.problem();
  return codes;
}

// Nothing was offered yet: a press offers, because opening a page writes nothing.
http::Response begin_page(RequestContext& context) {
  views::PlainForm form;
  form.title = "Codes from your phone";
  form.lede =
      "Signing in will take your password and a code that only your phone can make. You need an "
      "authenticator app on your phone.";
  form.back = {"/account", "Your account"};
  form.action = "/account/codes";
  form.button = "Set up codes";
  return ask(context, form);
}

}  // namespace

void offer_app_secret(RequestContext& context, const PersonId& person) {
  const auto sealed =
      context.services().sealer.seal(crypto::random_bytes(otp::secret_length), person.text());
  (void)context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return Result(identity::offer_second_factor(tx, person, {sealed.bytes, sealed.key_id}));
  });
}

http::Response show_code(RequestContext& context) {
  const auto half = half_way(context);
  return half ? code_page(context, *half, {}, 200) : begin_again();
}

http::Response take_code(RequestContext& context) {
  const auto half = half_way(context);
  if (!half) return begin_again();
  const auto refused = [&](const Problem& problem) {
    count_sign_in(context, "code", &problem);
    return code_page(context, *half, errors_of(problem, "code"), status_of(problem));
  };
  if (const auto may = counted(context, half->person); !may) return refused(may.problem());
  const auto factor = factor_of(context, half->person);
  if (!factor || !factor->confirmed) return begin_again();
  const auto secret = opened(context, half->person, factor->secret);
  if (!secret) return not_now(context);
  const auto step = step_of(*secret, context.field("code"));
  if (!step) return refused(identity::wrong_code());
  const auto taken = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::take_code(tx, half->person, *step); });
  if (!taken) return refused(taken.problem());
  count_sign_in(context, "code");
  return gone_in(context, *half);
}

http::Response show_recovery(RequestContext& context) {
  return half_way(context) ? recovery_page(context, {}, 200) : begin_again();
}

http::Response take_recovery(RequestContext& context) {
  const auto half = half_way(context);
  if (!half) return begin_again();
  const auto refused = [&](const Problem& problem) {
    count_sign_in(context, "recovery", &problem);
    return recovery_page(context, errors_of(problem, "code"), status_of(problem));
  };
  if (const auto may = counted(context, half->person); !may) return refused(may.problem());
  const auto hashes =
      recovery_hashes(context.services().sealer, half->person, context.field("code"));
  const auto taken = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::take_recovery_code(tx, half->person, hashes); });
  if (!taken) return refused(taken.problem());
  count_sign_in(context, "recovery");
  return gone_in(context, *half);
}

// Only whoever needs codes and has none yet comes here on the way in.
http::Response show_set_up(RequestContext& context) {
  const auto half = half_way(context);
  if (!half) return begin_again();
  const auto factor = factor_of(context, half->person);
  if (!factor || factor->confirmed || factor->secret.bytes.empty()) return begin_again();
  const auto secret = opened(context, half->person, factor->secret);
  if (!secret) return not_now(context);
  return set_up_page(context, "/sign-in/set-up", half->email, *secret, {}, 200);
}

http::Response set_up(RequestContext& context) {
  const auto half = half_way(context);
  if (!half) return begin_again();
  const auto factor = factor_of(context, half->person);
  if (!factor || factor->confirmed || factor->secret.bytes.empty()) return begin_again();
  const auto secret = opened(context, half->person, factor->secret);
  if (!secret) return not_now(context);
  const auto codes = enrolled(context, half->person, *secret);
  if (!codes) {
    return set_up_page(context, "/sign-in/set-up", half->email, *secret,
                       errors_of(codes.problem(), "code"), status_of(codes.problem()));
  }
  std::string token;
  const auto next = go_in(context, *half, token);
  if (!next) return begin_again();
  auto response = recovery_codes_page(context, *codes, *next);
  context.begin_session(response, token);
  end_half_way(response);
  return response;
}

// The same for somebody who is signed in and wants codes, or new recovery codes.
http::Response show_own_codes(RequestContext& context) {
  const auto& session = context.session();
  const auto factor = factor_of(context, session.person);
  if (!factor) return refuse(context, factor.problem());
  const auto secret = opened(context, session.person, factor->secret);
  if (!factor->confirmed && (!secret || secret->empty())) return begin_page(context);
  const auto account = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::read_account(tx, session.token_hash); });
  if (!account) return refuse(context, account.problem());
  if (!factor->confirmed) {
    return set_up_page(context, "/account/codes", account->email, *secret, {}, 200);
  }
  views::PlainForm form;
  form.title = "Make new recovery codes";
  form.lede = views::counted(factor->codes_left, "recovery code is", "recovery codes are") +
              " left. New ones replace them all.";
  form.back = {"/account", "Your account"};
  form.action = "/account/codes";
  form.button = "Make ten new codes";
  form.fields = {code_field()};
  return ask(context, form);
}

http::Response make_own_codes(RequestContext& context) {
  const auto& session = context.session();
  const auto factor = factor_of(context, session.person);
  if (!factor) return refuse(context, factor.problem());
  const auto secret = opened(context, session.person, factor->secret);
  if (!factor->confirmed && (!secret || secret->empty())) {
    offer_app_secret(context, session.person);
    return http::Response::see_other("/account/codes");
  }
  if (!secret) return not_now(context);
  const auto codes = enrolled(context, session.person, *secret);
  if (codes) return recovery_codes_page(context, *codes, "/account");
  const auto errors = errors_of(codes.problem(), "code");
  const int status = status_of(codes.problem());
  if (!factor->confirmed) {
    return set_up_page(context, "/account/codes", session.person_name, *secret, errors, status);
  }
  views::PlainForm form;
  form.title = "Make new recovery codes";
  form.back = {"/account", "Your account"};
  form.action = "/account/codes";
  form.button = "Make ten new codes";
  form.fields = {code_field()};
  return ask(context, form, errors, status);
}

}  // namespace onereturn::gateway::pages
