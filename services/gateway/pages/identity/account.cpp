#include "domain/identity/account.hpp"

#include "domain/identity/links.hpp"
#include "domain/identity/sign_in.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::PageError;

std::string done_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "ended") return "Signed out there.";
  if (done == "mailed") {
    return "If the new address is free, a mail is on its way to it. Until you press the button "
           "under its link, your old address stays.";
  }
  if (done == "asked") {
    return "A mail is on its way to your present address. Say yes there; then the new address gets "
           "a link of its own.";
  }
  return {};
}

bool leads_whole_room(const RequestContext& context) {
  const auto& session = context.session();
  return session.is_agency() && session.role == "lead" && !session.unit;
}

Data session_rows(const RequestContext& context,
                  const std::vector<identity::OpenSessionRow>& sessions) {
  auto rows = Data::list();
  for (const auto& session : sessions) {
    const auto device = session.device.empty() ? std::string("A browser") : session.device;
    rows.push(Data::object()
                  .set("session", session.session.text())
                  .set("device", session.is_program ? "A program, by its token" : device)
                  .set("here", session.is_this)
                  .set("party", session.party_name)
                  .set("role", session.role)
                  .set("since", to_words_with_time(session.started_at))
                  .set("csrf", context.csrf_token()));
  }
  return rows;
}

std::string codes_words(const identity::Account& account) {
  if (!account.has_second_factor) return "Not set up.";
  return "Asked for. " +
         views::counted(account.codes_left, "recovery code left.", "recovery codes left.");
}

http::Response email_page(RequestContext& context, const identity::Account& account,
                          const std::string& email, const std::vector<PageError>& errors,
                          int status) {
  views::PlainForm form;
  form.title = "Change your address";
  form.lede = "You sign in with " + account.email + " now.";
  form.back = {"/account", "Your account"};
  form.action = "/account/email";
  form.button = account.password_hash.empty() ? "Email a link to my present address"
                                              : "Email a link to the new address";
  views::TextField field{"email", "New work email address", email};
  field.type = "email";
  field.autocomplete = "email";
  form.fields = {field};
  if (!account.password_hash.empty()) {
    views::TextField password{"password", "Your password"};
    password.type = "password";
    password.autocomplete = "current-password";
    form.fields.push_back(password);
  }
  form.boxes = {{"What happens then",
                 account.password_hash.empty()
                     ? "You have no password, so we ask at your present address first. When you "
                       "have said yes there, the new address gets a link of its own."
                     : "The new address gets a link, and we tell the present one. When you have "
                       "pressed the button under the link, the present one no longer works."},
                {"No longer any mail at the present one?",
                 "Ask the lead of your return, or your board's manager, to invite you at the new "
                 "address and to remove you at the old one."}};
  return ask(context, form, errors, status);
}

Result<identity::Account> own_account(RequestContext& context) {
  const auto hash = context.session().token_hash;
  return context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::read_account(tx, hash); });
}

// Counted like a sign-in, so that a stolen session cannot be used to try passwords.
Result<Done> password_is_right(RequestContext& context, const identity::Account& account) {
  auto& database = context.auth_database();
  const auto attempt = database.as_auth([&](postgres::AuthTx& tx) {
    return identity::open_attempt(tx, account.email, context.request().remote_address);
  });
  if (!attempt) return attempt.problem();
  if (context.services().hasher.verify(account.password_hash, context.field("password"))) {
    return Done{};
  }
  const auto counted =
      database.as_auth([&](postgres::AuthTx& tx) { return identity::count_failure(tx, *attempt); });
  if (!counted) return counted.problem();
  return Problem{ProblemCode::invalid,
                 "wrong-password",
                 "That is not your password.",
                 {{"password", "That is not your password"}}};
}

}  // namespace

http::Response show_account(RequestContext& context) {
  const auto account = own_account(context);
  if (!account) return refuse(context, account.problem());
  const auto hash = context.session().token_hash;
  const auto sessions = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::list_sessions(tx, hash); });
  if (!sessions) return refuse(context, sessions.problem());
  const bool has_password = !account->password_hash.empty();
  return framed(context, "pages/account",
                Data::object()
                    .set("title", "Your account")
                    .set("note", Data::text_or_no(done_words(context)))
                    .set("person_name", account->name)
                    .set("email", account->email)
                    .set("password", has_password ? "You have one." : "None: we email you a link.")
                    .set("password_action", has_password ? "Make a new one" : "Make one")
                    .set("codes", codes_words(*account))
                    .set("codes_action",
                         account->has_second_factor ? "Make new recovery codes" : "Set them up")
                    .set("sessions", session_rows(context, *sessions))
                    .set("others", sessions->size() > 1)
                    .set("leads_room", leads_whole_room(context)));
}

http::Response sign_out_elsewhere(RequestContext& context) {
  const auto asked = context.field("session");
  const auto session = identity::SessionId::parse(asked);
  if (!asked.empty() && !session) return not_found(context);
  const auto hash = context.session().token_hash;
  const auto ended = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::sign_out_elsewhere(tx, hash, session); });
  if (!ended) return refuse(context, ended.problem());
  return http::Response::see_other("/account?done=ended");
}

http::Response show_change_email(RequestContext& context) {
  const auto account = own_account(context);
  if (!account) return refuse(context, account.problem());
  return email_page(context, *account, "", {}, 200);
}

http::Response ask_change_email(RequestContext& context) {
  const auto account = own_account(context);
  if (!account) return refuse(context, account.problem());
  const auto email = context.field("email");
  const auto refused = [&](const Problem& problem) {
    return email_page(context, *account, email, errors_of(problem, "email"), status_of(problem));
  };
  const bool has_password = !account->password_hash.empty();
  if (has_password) {
    if (const auto right = password_is_right(context, *account); !right) {
      return refused(right.problem());
    }
  }
  const auto hash = context.session().token_hash;
  const auto asked = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::ask_email_change(tx, hash, email, has_password);
  });
  if (!asked) return refused(asked.problem());
  context.services().wake.ring("send_mail");
  return http::Response::see_other(
      *asked == identity::AskedAt::new_address ? "/account?done=mailed" : "/account?done=asked");
}

// From the present mailbox: somebody who is signed in as them asked for another address.
http::Response show_leave_email(RequestContext& context) {
  const auto& token = context.path("token");
  const auto link = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::read_link(tx, identity::LinkPurpose::email_leave, secret_hash(token));
  });
  if (!link) return link_is_over(context, "/account/email", "Ask for a new link");
  views::PlainForm form;
  form.title = "Use another address?";
  form.lede = link->person_name + ", you would sign in with " + link->email + " from now on.";
  form.paragraphs = {
      "When you say yes, that address gets a link. Until it is used, nothing changes."};
  form.action = "/account/email/agree";
  form.button = "Yes, email a link to it";
  form.hidden = {{"token", token}};
  form.boxes = {
      {"Not you?",
       "Close this page: nothing happens. Then sign in, choose Your account, and sign out "
       "everywhere else."}};
  return ask(context, form);
}

http::Response agree_leave_email(RequestContext& context) {
  const auto hash = secret_hash(context.field("token"));
  const auto agreed = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::agree_email_change(tx, hash); });
  if (!agreed) return link_is_over(context, "/account/email", "Ask for a new link");
  context.services().wake.ring("send_mail");
  views::PlainForm form;
  form.title = "Look at the new mailbox";
  form.lede =
      "If the new address is free, a mail is on its way to it. Press the button under its link "
      "within an hour.";
  form.links = {{"/", "Go on"}};
  return ask(context, form);
}

http::Response show_new_email(RequestContext& context) {
  const auto& token = context.path("token");
  const auto link = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::read_link(tx, identity::LinkPurpose::email_change, secret_hash(token));
  });
  if (!link) return link_is_over(context, "/account/email", "Ask for a new link");
  views::PlainForm form;
  form.title = "Use this address from now on";
  form.lede = link->person_name + ", you will sign in with " + link->email + ".";
  form.action = "/account/email/confirm";
  form.button = "Yes, use this address";
  form.hidden = {{"token", token}};
  return ask(context, form);
}

http::Response confirm_new_email(RequestContext& context) {
  const auto hash = secret_hash(context.field("token"));
  const auto changed = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::change_email(tx, hash); });
  if (!changed) return link_is_over(context, "/account/email", "Ask for a new link");
  context.services().wake.ring("send_mail");
  views::PlainForm form;
  form.title = "Your address is changed";
  form.lede = "You sign in with the new one from now on. We have told the old one.";
  form.links = {{"/", "Go on"}};
  return ask(context, form);
}

}  // namespace onereturn::gateway::pages
