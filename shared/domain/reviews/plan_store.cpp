#include "domain/reviews/plan_store.hpp"

#include "domain/reviews/sql.hpp"

namespace onereturn::reviews {
namespace {

using postgres::Row;

Plan plan_of(const Row& row) {
  Plan plan;
  plan.plan = row.id<PlanId>("plan_id");
  plan.return_id = row.id<ReturnId>("return_id");
  plan.organisation = row.text_if("organisation").value_or("");
  plan.board = row.text_if("board").value_or("");
  plan.title = row.text("title");
  plan.words = row.text("words");
  plan.due_on = row.date("due_on");
  plan.asked_at = row.instant("asked_at");
  plan.withdrawn_at = row.instant_if("withdrawn_at");
  plan.organisation_closed = row.boolean("organisation_closed");
  return plan;
}

PlanOffer offer_of(const Row& row) {
  PlanOffer offer;
  offer.number = row.number("offer_no");
  offer.words = row.text("offer_words");
  offer.by = row.text("offered_name");
  offer.at = row.instant("offered_at");
  if (!row.is_null("ratified")) {
    offer.answer = PlanAnswer{.ratified = row.boolean("ratified"),
                              .by_group = row.text("by_group"),
                              .on_day = row.date_if("on_day"),
                              .minute_ref = row.text("minute_ref"),
                              .words = row.text("answer_words"),
                              .due_on = row.date_if("next_due_on"),
                              .at = row.instant("answered_at")};
  }
  return offer;
}

// Rows come by plan, the newest version first, one row for a plan without any.
std::vector<Plan> plans_of(const postgres::Rows& rows) {
  std::vector<Plan> plans;
  for (const Row row : rows) {
    if (plans.empty() || plans.back().plan.text() != row.view("plan_id")) {
      plans.push_back(plan_of(row));
    }
    if (!row.is_null("offer_no")) plans.back().offers.push_back(offer_of(row));
  }
  return plans;
}

PlanLine line_of(const Row& row) {
  return {row.text("about"), row.text("what"),     row.text("how"),
          row.text("lead"),  row.date_if("by_on"), row.text("progress")};
}

void add_lines(postgres::Transaction& tx, Plan& plan) {
  for (const Row row : tx.run(sql::plan_lines, plan.plan)) {
    for (auto& offer : plan.offers) {
      if (offer.number == row.number("offer_no")) offer.lines.push_back(line_of(row));
    }
  }
}

std::optional<Plan> whole(postgres::Transaction& tx, std::vector<Plan> plans) {
  if (plans.empty()) return std::nullopt;
  add_lines(tx, plans.front());
  return std::move(plans.front());
}

}  // namespace

bool insert_plan(postgres::BoardTx& tx, const DemandPlan& command) {
  return tx.run(sql::insert_plan, command.plan, command.return_id, command.words, command.due_on,
                command.at)
             .affected() == 1;
}

std::vector<Plan> load_plans(postgres::BoardTx& tx, const std::optional<ReturnId>& of) {
  const std::optional<PlanId> any;
  return plans_of(tx.run(sql::plans_of_board, of, any));
}

std::vector<Plan> load_plans(postgres::AgencyTx& tx) {
  const std::optional<PlanId> any;
  return plans_of(tx.run(sql::plans_of_agency, any));
}

std::optional<Plan> find_plan(postgres::BoardTx& tx, const PlanId& plan) {
  const std::optional<ReturnId> any;
  return whole(tx, plans_of(tx.run(sql::plans_of_board, any, plan)));
}

std::optional<Plan> find_plan(postgres::AgencyTx& tx, const PlanId& plan) {
  return whole(tx, plans_of(tx.run(sql::plans_of_agency, plan)));
}

void insert_answer(postgres::BoardTx& tx, const PlanId& plan, int offer, const PlanAnswer& answer) {
  tx.run(sql::insert_plan_answer, plan, offer, answer.ratified, answer.by_group, answer.on_day,
         answer.minute_ref, answer.words, answer.due_on, answer.at);
}

void mark_ratified(postgres::BoardTx& tx, const PlanId& plan, const Ratification& ratified) {
  tx.run(sql::mark_plan_ratified, plan, ratified.by_group, ratified.on_day, ratified.minute_ref);
}

bool mark_withdrawn(postgres::BoardTx& tx, const PlanId& plan, Instant at) {
  return tx.run(sql::mark_plan_withdrawn, plan, at).affected() == 1;
}

std::vector<PlanChoice> load_choices(postgres::AgencyTx& tx, const PlanId& plan) {
  std::vector<PlanChoice> choices;
  for (const Row row : tx.run(sql::plan_choices, plan)) {
    choices.push_back(
        {row.id<CommitmentId>("commitment_id"), line_of(row), row.boolean("with_board")});
  }
  return choices;
}

void insert_offer(postgres::AgencyTx& tx, const Plan& plan, int number, const std::string& words,
                  const std::vector<PlanLine>& lines, Instant at) {
  tx.run(sql::insert_plan_offer, plan.plan, number, words, tx.actor().person_name, at);
  std::vector<std::string> abouts, whats, hows, leads, progress;
  std::vector<std::optional<Date>> days;
  for (const auto& line : lines) {
    abouts.push_back(line.about);
    whats.push_back(line.what);
    hows.push_back(line.how);
    leads.push_back(line.lead);
    days.push_back(line.by_on);
    progress.push_back(line.progress);
  }
  tx.run(sql::insert_plan_lines, plan.plan, number, abouts, whats, hows, leads, days, progress);
}

}  // namespace onereturn::reviews
