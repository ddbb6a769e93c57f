#include "domain/identity/sign_in.hpp"

#include "domain/identity/links.hpp"
#include "domain/identity/sessions.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/services.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::PageError;

struct SignInForm {
  std::string email;
  std::string next;
};

std::string done_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "password") return "Your new password is set. Sign in with it.";
  if (done == "accepted") {
    return "You have accepted. Sign in with your password; then choose for whom you act.";
  }
  return {};
}

http::Response sign_in_page(RequestContext& context, const SignInForm& form,
                            const std::vector<PageError>& errors = {}, int status = 200) {
  return framed(context, "pages/sign_in",
                Data::object()
                    .set("title", "Sign in")
                    .set("title_error", !errors.empty())
                    .set("error_summary", views::error_summary(errors))
                    .set("note", Data::text_or_no(done_words(context)))
                    .set("next", Data::text_or_no(form.next))
                    .set("email_value", form.email)
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

// The same page whether or not anybody has the address.
http::Response link_is_on_its_way(RequestContext& context, const std::string& email) {
  views::PlainForm form;
  form.title = "Look at your mail";
  form.lede = "If " + identity::normalised_email(email) +
              " is the address of somebody here, a mail is on its way to it.";
  form.paragraphs = {"It holds a link that works once, for 15 minutes. You can close this page.",
                     "Nothing there after two minutes? Look among the unwanted mails, and see that "
                     "the address above is spelt right."};
  form.links = {{"/sign-in", "Use another address"}};
  form.boxes = {
      {"Why a link?", "Nobody has to remember a password for something they do every other year."}};
  return ask(context, form);
}

http::Response mail_link(RequestContext& context, const SignInForm& form) {
  const auto asked = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::ask_link(tx, identity::LinkPurpose::sign_in, form.email,
                              context.request().remote_address, form.next);
  });
  if (!asked) {
    return sign_in_page(context, form, errors_of(asked.problem(), "email"),
                        status_of(asked.problem()));
  }
  context.services().wake.ring("send_mail");
  return link_is_on_its_way(context, form.email);
}

}  // namespace

http::Response show_sign_in(RequestContext& context) {
  return sign_in_page(context, {"", next_of(context.request().query.get("next"))});
}

http::Response sign_in(RequestContext& context) {
  const SignInForm form{context.field("email"), next_of(context.field("next"))};
  const auto password = context.field("password");
  if (form.email.empty()) {
    return sign_in_page(context, form, {{"email", "Enter your work email address"}}, 422);
  }
  if (password.empty() || context.field("go") == "link") return mail_link(context, form);

  const auto person = checked_person(context, form.email, password);
  if (!person) {
    const auto& problem = person.problem();
    count_sign_in(context, "password", &problem);
    const bool locked = problem.code == ProblemCode::too_many;
    return sign_in_page(context, form, errors_of(problem, "email"), locked ? 429 : 401);
  }
  count_sign_in(context, "password");
  return first_factor_given(context, *person, form.next);
}

// Opening the address uses nothing up: programs that look into mail open addresses.
http::Response show_sign_in_link(RequestContext& context) {
  const auto token = context.path("token");
  const auto link = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::read_link(tx, identity::LinkPurpose::sign_in, secret_hash(token));
  });
  if (!link) return link_is_over(context, "/sign-in", "Ask for a new link");
  views::PlainForm form;
  form.title = "Sign in to OneReturn";
  form.lede = "You are " + link->person_name + ". Press the button to go on.";
  form.action = "/sign-in/link";
  form.button = "Sign in";
  form.hidden = {{"token", token}};
  form.boxes = {
      {"Why one more button?",
       "Many organisations have their mail looked through by a program, which opens every "
       "link. So the link counts when you press the button."}};
  return ask(context, form);
}

http::Response use_sign_in_link(RequestContext& context) {
  std::string next;
  const auto hash = secret_hash(context.field("token"));
  const auto person = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::use_sign_in_link(tx, hash, next); });
  count_sign_in(context, "link", person ? nullptr : &person.problem());
  if (!person) return link_is_over(context, "/sign-in", "Ask for a new link");
  return first_factor_given(context, *person, next_of(next));
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
