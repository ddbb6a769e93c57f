#include <algorithm>

#include "domain/fan_out/supplements.hpp"
#include "domain/identity/account.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/sessions.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/submit_return.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/nothing_asked.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/plain_form.hpp"
#include "gateway/views/sending.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::PageError;
using views::SignedForm;

// With what each board holds already: a copy that would say something else can be offered.
Result<returns::Workspace> load_with_held(RequestContext& context,
                                          std::vector<fan_out::HeldCopy>& held) {
  return load_workspace(context, asked_unit(context), returns::Reach::asked,
                        [&](postgres::AgencyTx& tx, const returns::Workspace& of) {
                          const bool any =
                              std::any_of(of.boards.begin(), of.boards.end(),
                                          [](const auto& board) { return board.sent.has_value(); });
                          if (any) held = fan_out::held_copies(tx, of);
                        });
}

// The position that the person's role carries, as a first draft of the signature.
std::string own_position(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto known = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::who_am_i(tx, hash); });
  if (!known) return {};
  for (const auto& membership : known->person.memberships) {
    if (membership.membership == known->acting_as) return membership.position;
  }
  return {};
}

SignedForm posted(const RequestContext& context, const returns::Workspace& workspace) {
  SignedForm form;
  form.agency = agency_name(context, workspace);
  form.first_time = false;
  form.requests = context.request().form.all("request");
  form.name = context.field("name");
  form.position = context.field("position");
  form.statement = returns::statement_on(workspace.today);
  form.idempotency_key = context.idempotency_key();
  return form;
}

std::vector<PageError> missing_in(const RequestContext& context, const SignedForm& form) {
  std::vector<PageError> errors;
  if (form.requests.empty()) errors.push_back({"boards", "Tick the boards that you send to"});
  if (form.name.empty()) errors.push_back({"name", "Enter your name"});
  if (form.position.empty()) errors.push_back({"position", "Enter your position"});
  if (context.field("statement") != "yes") {
    errors.push_back({"statement", "Tick the statement to sign it"});
  }
  return errors;
}

// Two presses of one button carry the same key and the same words, whatever their order.
std::string digest_of(const returns::SubmitReturn& command) {
  std::string text = "pages/authorise\n";
  for (const auto& request : command.requests)
    text += request.text() + "\n";
  text += command.name + "\n" + command.position + "\n" + command.statement;
  return crypto::sha256(text);
}

// Somebody without a second factor shows once more, by a code from their mailbox, that it is them.
// A program's token, and whoever signed in with password and code, has shown it already.
bool needs_code(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto account = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::read_account(tx, hash); });
  return account && !account->two_factor;
}

http::Response ask_code(RequestContext& context, const SignedForm& form,
                        const std::vector<PageError>& errors, int status) {
  views::PlainForm page;
  page.title = "Enter the code that we mailed you";
  page.eyebrow = form.agency;
  page.lede =
      "We have sent six digits to your own address. With them you confirm that it is you "
      "who signs.";
  page.back = {"/authorise", "Authorise and send"};
  page.action = "/authorise";
  page.button = "Sign and send";
  page.hidden = {{"idempotency_key", form.idempotency_key},
                 {"name", form.name},
                 {"position", form.position},
                 {"statement", "yes"}};
  for (const auto& request : form.requests)
    page.hidden.emplace_back("request", request);
  views::TextField code{"code", "Code from the mail"};
  code.autocomplete = "one-time-code";
  code.width = "govuk-input--width-10";
  code.numeric = true;
  page.fields = {code};
  page.boxes = {{"Nothing there?",
                 "Wait two minutes and look among the unwanted mails. The code works for 15 "
                 "minutes; press Back to have a new one sent."}};
  return framed(context, "pages/plain_form", views::plain_form(page, context.csrf_token(), errors),
                "/authorise", status);
}

// Nothing when it is confirmed that they sign this; else the page that asks for it.
std::optional<http::Response> unconfirmed(RequestContext& context, const SignedForm& form,
                                          const returns::SubmitReturn& command) {
  if (!needs_code(context)) return std::nullopt;
  const auto hash = context.session().token_hash;
  const auto digest = crypto::sha256(command.body_sha256 + command.idempotency_key);
  if (context.request().form.all("code").empty()) {
    const auto asked = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
      return identity::ask_signing_code(tx, hash, digest,
                                        static_cast<int>(command.requests.size()));
    });
    if (!asked) return refuse(context, asked.problem());
    context.services().wake.ring("send_mail");
    return ask_code(context, form, {}, 200);
  }
  std::string code;
  for (const char c : context.field("code")) {
    if (c >= '0' && c <= '9') code += c;
  }
  const auto right = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::is_signing_code(tx, hash, digest, crypto::sha256(code));
  });
  if (!right) return refuse(context, right.problem());
  if (*right) return std::nullopt;
  return ask_code(context, form,
                  {{"code",
                    "That is not the code in the newest mail. After five wrong ones, go "
                    "back and have another sent"}},
                  422);
}

http::Response again(RequestContext& context, const returns::Workspace& workspace,
                     const SignedForm& form, const std::vector<PageError>& errors) {
  return framed(context, "pages/authorise",
                views::authorise_page(workspace, returns::check_answers(workspace), form, errors),
                "/authorise", 422);
}

PageError named(const FieldError& error) {
  if (error.field == "name" || error.field == "position" || error.field == "statement") {
    return {error.field, error.message};
  }
  return {"boards", error.message};
}

std::vector<PageError> named(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back(named(field));
  if (errors.empty()) errors.push_back({"boards", problem.detail});
  return errors;
}

}  // namespace

http::Response show_authorise(RequestContext& context) {
  SignedForm form;
  const auto workspace = load_with_held(context, form.held);
  if (!workspace) return without_return(context, workspace.problem());
  form.offer = context.request().query.get("offer");
  form.agency = agency_name(context, *workspace);
  form.name = context.session().person_name;
  form.position = own_position(context);
  form.statement = returns::statement_on(workspace->today);
  form.idempotency_key = crypto::new_token();
  return framed(context, "pages/authorise",
                views::authorise_page(*workspace, returns::check_answers(*workspace), form, {}),
                "/authorise");
}

http::Response authorise(RequestContext& context) {
  std::vector<fan_out::HeldCopy> held;
  const auto workspace = load_with_held(context, held);
  if (!workspace) return refuse(context, workspace.problem());
  auto form = posted(context, *workspace);
  form.held = std::move(held);
  if (const auto errors = missing_in(context, form); !errors.empty()) {
    return again(context, *workspace, form, errors);
  }
  returns::SubmitReturn command;
  command.unit = workspace->unit;
  for (const auto& text : form.requests) {
    const auto request = RequestId::parse(text);
    if (!request) return not_found(context);
    command.requests.push_back(*request);
  }
  std::sort(command.requests.begin(), command.requests.end());
  command.name = form.name;
  command.position = form.position;
  command.statement = form.statement;
  command.idempotency_key = form.idempotency_key;
  command.body_sha256 = digest_of(command);
  const auto refused = [&](const Problem& problem) {
    if (problem.code != ProblemCode::invalid || problem.key == "key-reused") {
      return refuse(context, problem);
    }
    return again(context, *workspace, form, named(problem));
  };
  // Whoever has the code already is told by the sending itself, which knows a repeated press.
  if (context.request().form.all("code").empty()) {
    if (const auto ready = returns::could_submit(*workspace, command); !ready) {
      return refused(ready.problem());
    }
  }
  if (auto page = unconfirmed(context, form, command)) return std::move(*page);
  const auto sent =
      returns::submit_return(context.database(), context.token(), command, context.now());
  if (!sent) return refused(sent.problem());
  // Only wakes a worker: the jobs are in the database already.
  context.services().wake.ring("deliver");
  return http::Response::see_other("/sent?saved=sent");
}

}  // namespace onereturn::gateway::pages
