#include "gateway/pages/agency_register/asking_pages.hpp"

#include <algorithm>

#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/asking_rules.hpp"
#include "domain/returns/change_request.hpp"
#include "domain/returns/leave_cycle.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/asking.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using views::PageError;
using views::TypedAsk;

constexpr const char* place = "/register";

// An entry, and the forms that can be asked for.
struct ToAsk {
  agency_register::RegisterEntry entry;
  std::vector<returns::BoardForm> forms;

  const returns::BoardForm* form(const std::string& code) const {
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const auto& each) { return each.form.code == code; });
    return found == forms.end() ? nullptr : &*found;
  }
};

Result<ToAsk> read_to_ask(RequestContext& context) {
  const auto id = EntryId::parse(context.path("entry"));
  if (!id) return Problem{ProblemCode::not_found, "not-found", "There is no such entry here."};
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<ToAsk> {
    auto found = agency_register::read_entry(tx, *id);
    if (!found) return found.problem();
    return ToAsk{found->entry, returns::forms_to_ask(tx)};
  });
}

std::optional<std::chrono::year_month> month_of(const TypedAsk& typed) {
  const auto first = views::read_date({"1", typed.start_month, typed.start_year});
  if (!first.date) return std::nullopt;
  return first.date->year() / first.date->month();
}

TypedAsk asked_in_query(const RequestContext& context) {
  const auto& query = context.request().query;
  TypedAsk typed;
  typed.form = query.get("form");
  typed.period = query.get("period");
  typed.how = query.get("how");
  typed.start_month = query.get("start_month");
  typed.start_year = query.get("start_year");
  return typed;
}

// What the first page must know before there can be a second.
std::vector<PageError> missing(const TypedAsk& typed, const returns::BoardForm* form) {
  std::vector<PageError> errors;
  if (form == nullptr) errors.push_back({"form", "Choose one of your forms"});
  if (typed.period.find_first_not_of(" \t") == std::string::npos) {
    errors.push_back({"period", "Enter the period, for example 2027"});
  }
  if (typed.how == "parts" && !month_of(typed)) {
    errors.push_back({"start", "Enter the month and the year of the first part"});
  }
  return errors;
}

// The next month, for whoever has not said another.
void propose_start(TypedAsk& typed, Date today) {
  const auto next = today.year() / today.month() + std::chrono::months{1};
  typed.start_month = std::to_string(static_cast<unsigned>(next.month()));
  typed.start_year = std::to_string(static_cast<int>(next.year()));
}

TypedAsk typed_ask(const http::Fields& fields, const ToAsk& to_ask) {
  TypedAsk typed;
  typed.form = fields.get("form");
  typed.period = fields.get("period");
  typed.how = fields.get("how");
  typed.asking = fields.get("asking");
  typed.due = views::typed_date(fields, "due");
  if (const auto* form = to_ask.form(typed.form)) {
    for (const auto& part : form->parts)
      typed.parts[part.section] = views::typed_date(fields, "part-" + part.section);
  }
  return typed;
}

// A date that does not exist is told as the calendar has it; the rules say what else is wrong.
std::optional<Date> read(const views::TypedDate& typed, const std::string& field,
                         std::vector<PageError>& errors) {
  const auto read = views::read_date(typed);
  if (!read.error.empty()) errors.push_back({field, read.error});
  return read.date;
}

returns::AskForReturn command_of(const TypedAsk& typed, const AskingId& asking,
                                 const EntryId& entry, Instant at, std::vector<PageError>& errors) {
  returns::AskForReturn command;
  command.asking = asking;
  command.entry = entry;
  command.form = typed.form;
  command.period = typed.period;
  command.in_parts = typed.how == "parts";
  command.at = at;
  if (!command.in_parts) {
    command.due_on = read(typed.due, "due", errors);
    return command;
  }
  for (const auto& [section, date] : typed.parts)
    command.parts.push_back({section, read(date, "part-" + section, errors)});
  return command;
}

// What the calendar says of a field stands for what the rules say of it.
void add_rules(std::vector<PageError>& errors, const Problem& problem) {
  for (const auto& field : problem.fields) {
    const bool told = std::any_of(errors.begin(), errors.end(),
                                  [&](const auto& error) { return error.field == field.field; });
    if (!told) errors.push_back({field.field, field.message});
  }
}

// In the order of the page, so that the summary reads like it.
void sort_by_page(std::vector<PageError>& errors, const returns::BoardForm& form) {
  const auto rank = [&](const PageError& error) {
    for (std::size_t at = 0; at < form.parts.size(); ++at) {
      if (error.field == "part-" + form.parts[at].section) return at + 1;
    }
    return std::size_t{0};
  };
  std::stable_sort(errors.begin(), errors.end(),
                   [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

std::optional<RequestId> request_in_path(const RequestContext& context) {
  if (!EntryId::parse(context.path("entry"))) return std::nullopt;
  return RequestId::parse(context.path("request"));
}

std::string asked_path(const RequestContext& context) {
  return "/register/" + context.path("entry") + "/asked/" + context.path("request");
}

// The request as the entry in the path was asked for it; under another's it is not there.
Result<returns::RequestWithChanges> asked_here(const RequestContext& context, postgres::BoardTx& tx,
                                               const RequestId& request) {
  auto found = returns::read_asked(tx, request);
  if (found && found->request.entry.text() != context.path("entry")) {
    return Problem{ProblemCode::not_found, "request", "There is no such request."};
  }
  return found;
}

http::Response asked_page(RequestContext& context, const std::optional<views::TypedDate>& typed,
                          const std::vector<PageError>& errors, int status,
                          const std::string& reason = {}) {
  const auto request = request_in_path(context);
  if (!request) return not_found(context);
  const auto found = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return asked_here(context, tx, *request); });
  if (!found) return refuse(context, found.problem());
  const bool manager = context.session().role == "manager";
  const views::AskedInput input{*found,
                                manager,
                                typed.value_or(views::typed_date(found->request.due_on)),
                                context.request().query.get("saved"),
                                errors,
                                reason};
  return framed(context, "pages/asked", views::asked_page(input), place, status);
}

}  // namespace

http::Response show_ask_for_return(RequestContext& context) {
  const auto to_ask = read_to_ask(context);
  if (!to_ask) return refuse(context, to_ask.problem());
  views::AskInput input{to_ask->entry, to_ask->forms, asked_in_query(context)};
  const auto today = day_in_england(context.now());
  if (input.typed.how.empty()) {
    propose_start(input.typed, today);
    input.typed.period = std::to_string(static_cast<int>(today.year()));
    return framed(context, "pages/ask", views::ask_page(input), place);
  }
  const auto* form = to_ask->form(input.typed.form);
  input.errors = missing(input.typed, form);
  if (!input.errors.empty()) {
    return framed(context, "pages/ask", views::ask_page(input), place, 422);
  }
  input.typed.asking = AskingId::random().text();
  if (input.typed.how == "parts") {
    const auto dates = returns::proposed_dates(*month_of(input.typed), form->parts.size(), today);
    for (std::size_t at = 0; at < dates.size(); ++at)
      input.typed.parts[form->parts[at].section] = views::typed_date(dates[at]);
  }
  return framed(context, "pages/ask_dates", views::ask_dates_page(input, *form), place);
}

http::Response ask_for_return(RequestContext& context) {
  const auto to_ask = read_to_ask(context);
  if (!to_ask) return refuse(context, to_ask.problem());
  views::AskInput input{to_ask->entry, to_ask->forms, typed_ask(context.request().form, *to_ask)};
  const auto asking = AskingId::parse(input.typed.asking);
  const auto* form = to_ask->form(input.typed.form);
  if (!asking || form == nullptr) {
    input.errors = missing(input.typed, form);
    propose_start(input.typed, day_in_england(context.now()));
    return framed(context, "pages/ask", views::ask_page(input), place, 422);
  }
  auto command = command_of(input.typed, *asking, to_ask->entry.entry, context.now(), input.errors);
  if (!input.errors.empty()) {
    add_rules(input.errors, returns::tidy(command, *form, day_in_england(context.now())));
  } else {
    const auto made = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      auto asked = returns::ask_for_return(tx, command);
      if (asked) tell_of_asking(tx, *asked, context.now());
      return asked;
    });
    const auto back = "/register/" + to_ask->entry.entry.text();
    if (made) return http::Response::see_other(back + "?saved=asked");
    const auto& problem = made.problem();
    add_rules(input.errors, problem);
    const bool in_place =
        problem.code == ProblemCode::conflict || problem.code == ProblemCode::closed;
    if (in_place) input.errors.push_back({"refused", problem.detail});
    if (input.errors.empty()) return refuse(context, problem);
  }
  sort_by_page(input.errors, *form);
  return framed(context, "pages/ask_dates", views::ask_dates_page(input, *form), place, 422);
}

http::Response show_asked(RequestContext& context) {
  return asked_page(context, std::nullopt, {}, 200);
}

http::Response change_due(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return not_found(context);
  const auto typed = views::typed_date(context.request().form, "due");
  std::vector<PageError> errors;
  const auto due_on = read(typed, "due", errors);
  if (!errors.empty()) return asked_page(context, typed, errors, 422);
  const auto changed =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        if (const auto here = asked_here(context, tx, *request); !here) return here.problem();
        return returns::change_due_date(tx, *request, due_on, context.now());
      });
  if (changed) return http::Response::see_other(asked_path(context) + "?saved=due");
  add_rules(errors, changed.problem());
  if (errors.empty()) return refuse(context, changed.problem());
  return asked_page(context, typed, errors, 422);
}

http::Response withdraw_asked(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return not_found(context);
  const auto withdrawn =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        if (const auto here = asked_here(context, tx, *request); !here) return here.problem();
        return returns::withdraw_request(tx, *request, context.now());
      });
  if (!withdrawn) return refuse(context, withdrawn.problem());
  return http::Response::see_other(asked_path(context) + "?saved=withdrawn");
}

http::Response leave_out(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return not_found(context);
  const auto reason = context.field("reason");
  const auto left =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        if (const auto here = asked_here(context, tx, *request); !here) return here.problem();
        return returns::leave_request_out(tx, *request, reason, context.now());
      });
  if (left) return http::Response::see_other(asked_path(context) + "?saved=left-out");
  std::vector<PageError> errors;
  add_rules(errors, left.problem());
  if (errors.empty()) return refuse(context, left.problem());
  return asked_page(context, std::nullopt, errors, 422, reason);
}

http::Response count_again(RequestContext& context) {
  const auto request = request_in_path(context);
  if (!request) return not_found(context);
  const auto counted =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        if (const auto here = asked_here(context, tx, *request); !here) return here.problem();
        return returns::count_request_again(tx, *request, context.now());
      });
  if (!counted) return refuse(context, counted.problem());
  return http::Response::see_other(asked_path(context) + "?saved=counted");
}

std::vector<Route> asking_routes() {
  using http::Verb;
  const auto manages = board({"manager"});
  return {{Verb::get, "/register/{entry}/ask", manages, show_ask_for_return},
          {Verb::post, "/register/{entry}/ask", manages, ask_for_return},
          {Verb::get, "/register/{entry}/asked/{request}", board(), show_asked},
          {Verb::post, "/register/{entry}/asked/{request}/due", manages, change_due},
          {Verb::post, "/register/{entry}/asked/{request}/leave-out", manages, leave_out},
          {Verb::post, "/register/{entry}/asked/{request}/count", manages, count_again},
          {Verb::post, "/register/{entry}/asked/{request}/withdraw", manages, withdraw_asked}};
}

}  // namespace onereturn::gateway::pages
