#include "domain/identity/account.hpp"
#include "domain/identity/links.hpp"
#include "domain/identity/password_rules.hpp"
#include "domain/identity/second_factor.hpp"
#include "domain/identity/sign_in.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::PageError;

http::Response forgotten_page(RequestContext& context, const std::string& email,
                              const std::vector<PageError>& errors, int status) {
  views::PlainForm form;
  form.title = "Make a new password";
  form.lede = "We email you a link. It leads to a page where you choose a new password.";
  form.back = {"/sign-in", "Sign in"};
  form.action = "/password/forgotten";
  form.button = "Email me the link";
  views::TextField field{"email", "Work email address", email};
  field.type = "email";
  field.autocomplete = "username";
  form.fields = {field};
  form.boxes = {{"You may not need one",
                 "If you work for an organisation that fills in returns, you can sign in with a "
                 "link and no password at all."}};
  return ask(context, form, errors, status);
}

http::Response new_password_page(RequestContext& context, const std::string& token,
                                 const identity::OpenLink& link,
                                 const std::vector<PageError>& errors, int status) {
  views::PlainForm form;
  form.title = "Choose a new password";
  form.eyebrow = link.person_name;
  form.action = "/password/new";
  form.button = "Use this password";
  form.hidden = {{"token", token}};
  views::TextField field{"password", "New password"};
  field.hint = "15 characters or more: three or four words do well. Nothing else is asked of it.";
  field.type = "password";
  field.autocomplete = "new-password";
  form.fields = {field};
  form.boxes = {
      {"What happens then", "You are signed out everywhere, and sign in with the new password."}};
  return ask(context, form, errors, status);
}

Result<identity::OpenLink> opened(RequestContext& context, const std::string& token) {
  return context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::read_link(tx, identity::LinkPurpose::password, secret_hash(token));
  });
}

http::Response over(RequestContext& context) {
  return link_is_over(context, "/password/forgotten", "Ask for a new link");
}

}  // namespace

http::Response show_forgotten(RequestContext& context) {
  return forgotten_page(context, "", {}, 200);
}

http::Response forgotten(RequestContext& context) {
  const auto email = context.field("email");
  const auto asked = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::ask_link(tx, identity::LinkPurpose::password, email,
                              context.request().remote_address, "");
  });
  if (!asked) {
    return forgotten_page(context, email, errors_of(asked.problem(), "email"),
                          status_of(asked.problem()));
  }
  context.services().wake.ring("send_mail");
  views::PlainForm form;
  form.title = "Look at your mail";
  form.lede = "If " + identity::normalised_email(email) +
              " is the address of somebody here, a mail is on its way to it.";
  form.paragraphs = {"It holds a link that works once, for one hour."};
  form.links = {{"/sign-in", "Sign in"}};
  return ask(context, form);
}

http::Response show_new_password(RequestContext& context) {
  const auto& token = context.path("token");
  const auto link = opened(context, token);
  return link ? new_password_page(context, token, *link, {}, 200) : over(context);
}

http::Response make_new_password(RequestContext& context) {
  const auto token = context.field("token");
  const auto link = opened(context, token);
  if (!link || !link->person) return over(context);
  const auto factor = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return Result(identity::second_factor_of(tx, *link->person)); });
  if (!factor) return refuse(context, factor.problem());
  const auto password = context.field("password");
  const auto fault =
      identity::fault_of_password(context.services().denied_passwords, password,
                                  factor->asked_for(), link->person_name, link->email);
  if (!fault.empty()) {
    return new_password_page(context, token, *link, {{"password", fault}}, 422);
  }
  const auto hash = context.services().hasher.hash(password);
  const auto changed = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::change_password(tx, secret_hash(token), hash);
  });
  return changed ? http::Response::see_other("/sign-in?done=password") : over(context);
}

}  // namespace onereturn::gateway::pages
