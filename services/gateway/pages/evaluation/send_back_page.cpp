#include "domain/evaluation/send_back.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/evaluation/evaluation_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/evaluation_finish.hpp"

namespace onereturn::gateway::pages {
namespace {

http::Response send_back_form(RequestContext& context, const std::vector<views::PageError>& errors,
                              int status) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  if (!bench->facts.evaluation) {
    return http::Response::see_other(views::evaluation_path(*bench));
  }
  const auto& form = context.request().form;
  std::map<std::string, std::string> items;
  for (const auto& subject : bench->subjects)
    items[subject.key] = form.get("item-" + subject.key);
  return framed(context, "pages/send_back",
                views::send_back_page({.bench = *bench,
                                       .looker = looker_of(context),
                                       .today = day_in_england(context.now()),
                                       .due = views::typed_date(form, "due"),
                                       .words = form.get("words"),
                                       .items = std::move(items),
                                       .errors = errors}),
                "/returns", status);
}

evaluation::SendBack command_of(const RequestContext& context, const ReturnId& id,
                                const std::optional<Date>& due) {
  evaluation::SendBack command;
  command.of_return = id;
  command.words = context.field("words");
  command.due_on = due;
  for (const auto& [name, value] : context.request().form) {
    const std::string prefix = "item-";
    const bool said = value.find_first_not_of(" \t\r\n") != std::string::npos;
    if (name.starts_with(prefix) && said) {
      command.items.emplace_back(name.substr(prefix.size()), value);
    }
  }
  return command;
}

// What the calendar says of the date stands for what the rules say of it.
std::vector<views::PageError> errors_of(const Problem& problem, const std::string& calendar) {
  std::vector<views::PageError> errors;
  for (const auto& field : problem.fields) {
    const bool due = field.field == "due" && !calendar.empty();
    errors.push_back({field.field == "due" ? "due-day" : views::as_id(field.field),
                      due ? calendar : field.message});
  }
  if (errors.empty()) errors.push_back({"words", problem.detail});
  return errors;
}

}  // namespace

http::Response show_send_back(RequestContext& context) { return send_back_form(context, {}, 200); }

http::Response send_back(RequestContext& context) {
  const auto base = "/returns/" + context.path("return") + "/evaluation";
  if (context.field("go") == "withdraw") {
    const auto done = for_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
      return evaluation::withdraw_send_back(tx, id, context.now());
    });
    if (!done) return refuse(context, done.problem());
    return http::Response::see_other(base + "?saved=not_sent_back");
  }
  const auto due = views::read_date(views::typed_date(context.request().form, "due"));
  const auto done = for_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    return evaluation::send_back(tx, command_of(context, id, due.date), context.now());
  });
  if (done) return http::Response::see_other(base + "?saved=sent_back");
  const auto code = done.problem().code;
  if (code == ProblemCode::invalid) {
    return send_back_form(context, errors_of(done.problem(), due.error), 422);
  }
  if (code == ProblemCode::conflict) {
    return send_back_form(context, errors_of(done.problem(), ""), 409);
  }
  return refuse(context, done.problem());
}

}  // namespace onereturn::gateway::pages
