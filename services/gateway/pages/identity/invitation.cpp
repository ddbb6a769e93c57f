#include "domain/identity/account_store.hpp"
#include "domain/identity/colleagues.hpp"
#include "domain/identity/identity_store.hpp"
#include "domain/identity/password_rules.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::PageError;

std::string task_of(const std::string& role) {
  if (role == "lead") return "You would lead the return: write, choose, and invite others.";
  if (role == "authoriser") return "You would read the copies, and sign and send them.";
  if (role == "contributor") return "You would write answers. Somebody else reads and sends them.";
  if (role == "manager")
    return "You would read what arrives, keep the register, and invite others.";
  return "You would read what organisations send to the board.";
}

views::TextField password_field() {
  views::TextField field{"password", "Choose a password"};
  field.hint = "Eight characters or more: three words do well. Nothing else is asked of it.";
  field.type = "password";
  field.autocomplete = "new-password";
  return field;
}

// How they come in from now on: a board's people by a password and a code, an agency's by a link.
std::pair<std::string, std::string> next_time(const identity::OpenInvitation& invitation) {
  if (invitation.party_kind == "agency") {
    return {"Next time", "You sign in with your address, " + invitation.email +
                             ". We email you a link; you need no password."};
  }
  return {
      "What comes next",
      invitation.needs_password()
          ? "You set up an authenticator app on your phone, and get ten recovery codes to keep. "
            "You sign in with " +
                invitation.email + ", your password and a code from the app."
          : "You sign in with " + invitation.email +
                ", the password that you have, and a code from the authenticator app."};
}

http::Response invitation_page(RequestContext& context, const std::string& token,
                               const identity::OpenInvitation& invitation, const std::string& name,
                               const std::string& position, const std::vector<PageError>& errors,
                               int status) {
  views::PlainForm form;
  form.title = invitation.invited_by + " invites you";
  form.eyebrow = invitation.party_name;
  form.lede = (invitation.party_kind == "agency"
                   ? "Work with them on the safeguarding return of " + invitation.party_name + ". "
                   : "Work with them for " + invitation.party_name + ". ") +
              task_of(invitation.role);
  form.action = "/invitation";
  form.button = "Accept and go in";
  form.hidden = {{"token", token}};
  if (!invitation.is_known) {
    views::TextField own{"name", "Your name", name};
    own.hint = "It stands beside what you write.";
    own.autocomplete = "name";
    form.fields.push_back(own);
  }
  views::TextField place{"position", "Your position", position};
  place.hint = invitation.party_kind == "agency"
                   ? "Such as Head teacher. You can leave it empty."
                   : "Such as Business manager. You can leave it empty.";
  place.autocomplete = "organization-title";
  form.fields.push_back(place);
  if (invitation.needs_password()) form.fields.push_back(password_field());
  form.boxes = {next_time(invitation), {"Not for you?", "Close this page. Nothing happens."}};
  return ask(context, form, errors, status);
}

Result<identity::OpenInvitation> opened(RequestContext& context, const std::string& token) {
  return context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::read_invitation(tx, secret_hash(token)); });
}

http::Response over(RequestContext& context) {
  return link_is_over(context, "/sign-in", "Sign in, if you have accepted already");
}

}  // namespace

http::Response show_invitation(RequestContext& context) {
  const auto& token = context.path("token");
  const auto invitation = opened(context, token);
  if (!invitation) return over(context);
  return invitation_page(context, token, *invitation, invitation->name, invitation->position, {},
                         200);
}

// The mail proves that it is them, as a link to sign in does.
http::Response accept_invitation(RequestContext& context) {
  const auto token = context.field("token");
  const auto invitation = opened(context, token);
  if (!invitation) return over(context);
  const auto name = invitation->is_known ? invitation->name : context.field("name");
  const auto position = context.field("position");
  const auto again = [&](const std::vector<PageError>& errors, int status) {
    return invitation_page(context, token, *invitation, name, position, errors, status);
  };
  std::string password_hash;
  if (invitation->needs_password()) {
    const auto password = context.field("password");
    const auto fault = identity::fault_of_password(context.services().denied_passwords, password,
                                                   true, name, invitation->email);
    if (!fault.empty()) return again({{"password", fault}}, 422);
    password_hash = context.services().hasher.hash(password);
  }
  const auto known = context.auth_database().as_auth([&](postgres::AuthTx& tx)
                                                         -> Result<identity::KnownPerson> {
    const auto accepted = identity::accept_invitation(tx, secret_hash(token), name, position);
    if (!accepted) return accepted.problem();
    if (!password_hash.empty()) identity::set_password(tx, accepted->person, password_hash);
    return identity::KnownPerson{accepted->person, identity::memberships_of(tx, accepted->person)};
  });
  if (!known) {
    const auto& problem = known.problem();
    if (problem.code == ProblemCode::not_found) return over(context);
    return again(errors_of(problem, "name"), status_of(problem));
  }
  // A link is never enough for a board: who has a password types it.
  if (invitation->party_kind != "agency" && password_hash.empty()) {
    return http::Response::see_other("/sign-in?done=accepted");
  }
  return first_factor_given(context, *known, "");
}

}  // namespace onereturn::gateway::pages
