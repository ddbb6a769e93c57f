#include <algorithm>
#include <charconv>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/identity/roles.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/offer_plan.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/plans.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reviews::PlanId;

constexpr const char* board_place = "/returns";

bool runs_the_board(const RequestContext& context) {
  const auto& role = context.session().role;
  return role == "manager" || role == "assistant";
}

int number_in(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number < 0 ? 0 : number;
}

std::optional<Date> day_of(const views::TypedDate& typed, const char* field,
                           std::vector<views::PageError>& errors) {
  const auto read = views::read_date(typed);
  if (!read.error.empty()) errors.push_back({field, read.error});
  return read.date;
}

// What the calendar says of a field stands for what the rules say of it.
void add_rules(std::vector<views::PageError>& errors, const Problem& problem) {
  if (problem.code == ProblemCode::conflict) errors.push_back({"main", problem.detail});
  for (const auto& field : problem.fields) {
    const bool told = std::any_of(errors.begin(), errors.end(),
                                  [&](const auto& error) { return error.field == field.field; });
    if (!told) errors.push_back({field.field, field.message});
  }
}

// What is answered by the page again, with everything that was typed. A day that does not exist is
// none for the rules, which then refuse it as missing.
bool is_of_page(const Problem& problem) {
  return problem.code == ProblemCode::invalid || problem.code == ProblemCode::conflict;
}

int status_of(const Problem& problem) { return problem.code == ProblemCode::conflict ? 409 : 422; }

struct Demanded {
  std::string organisation, title;
  std::vector<reviews::Plan> plans;
};

Result<Demanded> read_demanded(RequestContext& context, const ReturnId& id) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<Demanded> {
        const auto delivered = evidence::read_delivered_evidence(tx, id);
        if (!delivered) return delivered.problem();
        return Demanded{delivered->agency, delivered->title, reviews::list_plans(tx, id)};
      });
}

http::Response demand_form(RequestContext& context, const ReturnId& id, views::TypedDemand typed,
                           int status) {
  const auto demanded = read_demanded(context, id);
  if (!demanded) return refuse(context, demanded.problem());
  if (!PlanId::parse(typed.plan)) typed.plan = PlanId::random().text();
  return framed(context, "pages/plan_demand",
                views::demand_page(demanded->organisation, demanded->title, "/returns/" + id.text(),
                                   demanded->plans, day_in_england(context.now()), typed),
                board_place, status);
}

http::Response board_plan(RequestContext& context, const PlanId& id,
                          const views::TypedPlanAnswer& typed, int status) {
  const auto plan = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return reviews::read_plan(tx, id); });
  if (!plan) return refuse(context, plan.problem());
  return framed(
      context, "pages/plan",
      views::plan_page(*plan, day_in_england(context.now()), runs_the_board(context), typed),
      board_place, status);
}

// The board's answer to the version on the page, or the page again with what was typed.
template <class Act>
http::Response answer_plan(RequestContext& context, views::TypedPlanAnswer typed, Act&& act) {
  const auto id = PlanId::parse(context.path("plan"));
  if (!id) return not_found(context);
  const auto done = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<Done> { return act(tx, *id); });
  if (done) return http::Response::see_other("/plans/" + id->text());
  if (!is_of_page(done.problem())) return refuse(context, done.problem());
  add_rules(typed.errors, done.problem());
  return board_plan(context, *id, typed, status_of(done.problem()));
}

struct OurPlan {
  reviews::Plan plan;
  std::vector<reviews::PlanChoice> choices;
};

http::Response our_plan(RequestContext& context, const views::TypedOffer& typed, int status) {
  const auto id = PlanId::parse(context.path("plan"));
  if (!id) return not_found(context);
  const auto ours =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<OurPlan> {
        auto plan = reviews::read_plan(tx, *id);
        if (!plan) return plan.problem();
        return OurPlan{std::move(*plan), reviews::plan_choices(tx, *id)};
      });
  if (!ours) return refuse(context, ours.problem());
  const auto saved = context.request().query.get("saved") == "offered"
                         ? std::string("Offered. The board answers it.")
                         : std::string();
  return framed(context, "pages/our_plan",
                views::our_plan_page(ours->plan, ours->choices, day_in_england(context.now()),
                                     identity::may_choose(context.session().role), typed, saved),
                "/list", status);
}

}  // namespace

namespace {

struct ListedPlans {
  std::vector<reviews::Plan> plans;
  bool may_export = false;
};

Result<ListedPlans> read_plans(RequestContext& context, const views::ListAsked& asked,
                               bool exported) {
  const auto today = day_in_england(context.now());
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<ListedPlans> {
        if (exported) {
          if (const auto refused = identity::refuse_export(tx)) return *refused;
        }
        ListedPlans listed{reviews::list_plans(tx, std::nullopt),
                           exported || identity::may_export(tx)};
        if (exported) {
          identity::note_export(tx, {"plan.exported", "plans", ""},
                                views::plans_rows(listed.plans, today, asked).size());
        }
        return listed;
      });
}

}  // namespace

http::Response show_plans(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::plans_shape());
  const auto listed = read_plans(context, asked, false);
  if (!listed) return refuse(context, listed.problem());
  return framed(
      context, "pages/plans",
      views::plans_page(listed->plans, day_in_england(context.now()), asked, listed->may_export),
      board_place);
}

http::Response export_plans(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::plans_shape());
  const auto listed = read_plans(context, asked, true);
  if (!listed) return refuse(context, listed.problem());
  return views::csv_file("plans", views::plans_headings(),
                         views::plans_rows(listed->plans, day_in_england(context.now()), asked));
}

http::Response show_plan(RequestContext& context) {
  const auto id = PlanId::parse(context.path("plan"));
  return id ? board_plan(context, *id, {}, 200) : not_found(context);
}

http::Response show_plan_demand(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  return id ? demand_form(context, *id, {}, 200) : not_found(context);
}

http::Response demand_plan(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  if (!id) return not_found(context);
  views::TypedDemand typed{context.field("plan"),
                           context.field("words"),
                           views::typed_date(context.request().form, "due"),
                           {}};
  const auto plan = PlanId::parse(typed.plan).value_or(PlanId::random());
  const auto due = day_of(typed.due, "due", typed.errors);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    auto demanded = reviews::demand_plan(tx, {plan, *id, typed.words, due, context.now()});
    if (demanded) tell_of_plan(tx, *id, due, context.now());
    return demanded;
  });
  if (done) return http::Response::see_other("/plans/" + done->text());
  if (!is_of_page(done.problem())) return refuse(context, done.problem());
  add_rules(typed.errors, done.problem());
  return demand_form(context, *id, std::move(typed), status_of(done.problem()));
}

http::Response ratify_plan(RequestContext& context) {
  views::TypedPlanAnswer typed;
  typed.by_group = context.field("by_group");
  typed.minute_ref = context.field("minute_ref");
  typed.on_day = views::typed_date(context.request().form, "on_day");
  const auto day = day_of(typed.on_day, "on_day", typed.errors);
  return answer_plan(context, typed, [&](postgres::BoardTx& tx, const PlanId& id) {
    return reviews::ratify_plan(tx, id, number_in(context.field("offer")),
                                {typed.by_group, day, typed.minute_ref}, context.now());
  });
}

http::Response ask_for_plan_again(RequestContext& context) {
  views::TypedPlanAnswer typed;
  typed.words = context.field("words");
  typed.due = views::typed_date(context.request().form, "due");
  const auto day = day_of(typed.due, "due", typed.errors);
  return answer_plan(context, typed, [&](postgres::BoardTx& tx, const PlanId& id) {
    auto asked = reviews::ask_for_plan_again(tx, id, number_in(context.field("offer")),
                                             {typed.words, day}, context.now());
    if (!asked) return asked;
    const auto plan = reviews::read_plan(tx, id);
    if (plan) tell_of_plan(tx, plan->return_id, day, context.now());
    return asked;
  });
}

http::Response withdraw_plan(RequestContext& context) {
  return answer_plan(context, {}, [&](postgres::BoardTx& tx, const PlanId& id) {
    return reviews::withdraw_plan(tx, id, context.now());
  });
}

http::Response show_our_plans(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto plans = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<std::vector<reviews::Plan>> {
        return reviews::list_plans(tx, today);
      });
  if (!plans) return refuse(context, plans.problem());
  return framed(context, "pages/our_plans", views::our_plans_page(*plans, today), "/list");
}

http::Response show_our_plan(RequestContext& context) { return our_plan(context, {}, 200); }

http::Response offer_our_plan(RequestContext& context) {
  const auto id = PlanId::parse(context.path("plan"));
  if (!id) return not_found(context);
  views::TypedOffer typed{true, context.field("words"), {}, {}};
  reviews::OfferPlan command{
      *id, number_in(context.field("after")), typed.words, {}, context.now()};
  for (const auto& text : context.request().form.all("commitments")) {
    typed.commitments.insert(text);
    if (auto one = CommitmentId::parse(text)) command.commitments.push_back(std::move(*one));
  }
  const auto done = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return reviews::offer_plan(tx, command); });
  if (done) return http::Response::see_other("/our-plans/" + id->text() + "?saved=offered");
  if (!is_of_page(done.problem())) return refuse(context, done.problem());
  add_rules(typed.errors, done.problem());
  return our_plan(context, typed, status_of(done.problem()));
}

}  // namespace onereturn::gateway::pages
