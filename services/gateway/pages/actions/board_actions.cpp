#include "gateway/pages/actions/board_actions.hpp"

#include "domain/actions/list_board_actions.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/action_list.hpp"
#include "gateway/views/action_plan.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

constexpr const char* place = "/actions";

bool may_write(const RequestContext& context) {
  return actions::may_follow(context.session().role);
}

http::Response show_actions(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::action_shape());
  const auto wanted = views::asked_actions(asked);
  const auto today = day_in_england(context.now());
  const auto page = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::list_board_actions(tx, wanted.filter, wanted.sections, today);
  });
  if (!page) return refuse(context, page.problem());
  return framed(context, "pages/actions",
                views::action_list_page({*page, asked, today, may_write(context),
                                         context.request().query.get("saved")}),
                place);
}

http::Response export_actions(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::action_shape());
  const auto wanted = views::asked_actions(asked);
  const auto today = day_in_england(context.now());
  const auto page = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::export_board_actions(tx, wanted.filter, wanted.sections, today);
  });
  if (!page) return refuse(context, page.problem());
  return views::csv_file("actions", views::action_csv_head(),
                         views::action_csv_rows(page->actions.list, page->forms, today));
}

// The time that a plan is asked for: two years up to today where nobody says.
struct Period {
  Date from, to;
  std::string typed_from, typed_to, from_error, to_error;

  bool good() const { return from_error.empty() && to_error.empty(); }
};

Period period_in(const RequestContext& context, Date today) {
  const auto& query = context.request().query;
  Period period;
  period.to = today;
  period.from =
      Date{today.year() - std::chrono::years{2}, std::chrono::January, std::chrono::day{1}};
  period.typed_from = query.get("from").substr(0, 20);
  period.typed_to = query.get("to").substr(0, 20);
  const auto read = [](const std::string& typed, Date& day, std::string& error) {
    if (typed.empty()) return;
    const auto given = parse_date(typed);
    if (given && given->year() >= std::chrono::year{1900} &&
        given->year() <= std::chrono::year{2200}) {
      day = *given;
    } else {
      error = "Give a day as in 2027-03-16.";
    }
  };
  read(period.typed_from, period.from, period.from_error);
  read(period.typed_to, period.to, period.to_error);
  if (period.good() && period.to < period.from) {
    period.to_error = "This day is before the first one.";
  }
  if (period.typed_from.empty()) period.typed_from = to_iso(period.from);
  if (period.typed_to.empty()) period.typed_to = to_iso(period.to);
  return period;
}

Result<actions::ImprovementPlan> plan_in(RequestContext& context, const Period& period,
                                         Date today) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<actions::ImprovementPlan> {
        if (!period.good()) return actions::ImprovementPlan{};
        return actions::read_plan(tx, period.from, period.to, today);
      });
}

http::Response show_plan(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto period = period_in(context, today);
  const auto plan = plan_in(context, period, today);
  if (!plan) return refuse(context, plan.problem());
  return framed(
      context, "pages/action_plan",
      views::plan_page({*plan, context.session().party_name, period.from, period.to, today,
                        period.typed_from, period.typed_to, period.from_error, period.to_error}),
      place, period.good() ? 200 : 422);
}

http::Response export_plan(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto period = period_in(context, today);
  if (!period.good()) return show_plan(context);
  const auto plan = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::export_plan(tx, period.from, period.to, today);
  });
  if (!plan) return refuse(context, plan.problem());
  std::vector<std::vector<std::string>> rows;
  for (const auto& part : plan->parts) {
    for (auto& row : views::action_csv_rows(part.actions, plan->forms, today))
      rows.push_back(std::move(row));
  }
  return views::csv_file("improvement-plan", views::action_csv_head(), rows);
}

}  // namespace

std::vector<Route> board_action_routes() {
  using http::Verb;
  return {{Verb::get, "/actions", board(), show_actions},
          {Verb::get, "/actions.csv", board(), export_actions},
          {Verb::get, "/actions/plan", board(), show_plan},
          {Verb::get, "/actions/plan.csv", board(), export_plan}};
}

}  // namespace onereturn::gateway::pages
