#include "domain/reporting/overview_report.hpp"

#include <algorithm>

#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/reporting/overview_facts.hpp"
#include "domain/reporting/sql.hpp"
#include "domain/returns/open_wave.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/draw_sample.hpp"

namespace onereturn::reporting {

namespace {

constexpr int most_rows = 5000;

using Ids = std::set<ReturnId>;

void add_rows(postgres::BoardTx& tx, const AuditId& wave, OverviewFacts& facts) {
  returns::WaveQuery query;
  query.count = most_rows;
  facts.rows = returns::list_wave(tx, wave, query, facts.today).rows;
  for (const auto row : tx.run(sql::signed_in_wave, wave)) {
    auto& one = facts.signed_returns[row.id<ReturnId>("return_id")];
    one.due_on = row.date("due_on");
    one.first_in = row.date("first_in");
    one.by = row.text("name");
    if (const auto position = row.text("position"); !position.empty()) one.by += ", " + position;
  }
}

void add_differences(postgres::BoardTx& tx, const Ids& ids, OverviewFacts& facts) {
  if (facts.form == nullptr || !facts.form->scale) return;
  for (auto& row :
       evaluation::differences(tx, facts.wave.form, evaluation::points_in_order(*facts.form))) {
    if (ids.contains(row.id)) facts.differences.push_back(std::move(row));
  }
}

void add_closer_looks(postgres::BoardTx& tx, const AuditId& wave, const Ids& ids,
                      OverviewFacts& facts) {
  for (auto& sample : reviews::list_samples(tx, std::nullopt)) {
    if (sample.audit == wave || (sample.return_id && ids.contains(*sample.return_id))) {
      facts.samples.push_back(std::move(sample));
    }
  }
  for (auto& plan : reviews::list_plans(tx, std::nullopt)) {
    if (ids.contains(plan.return_id)) facts.plans.push_back(std::move(plan));
  }
  facts.reviewed = tx.run(sql::reviewed_in_wave, wave).one().number("reviewed");
}

// Made after the exercise was opened, from its returns.
void add_plan(postgres::BoardTx& tx, const Ids& ids, OverviewFacts& facts) {
  auto from = facts.wave.opens_on.value_or(facts.today);
  for (const auto& row : facts.rows)
    from = std::min(from, row.asked_on);
  facts.plan = load_period(tx, std::min(from, facts.today), facts.today, facts.today, &ids);
}

}  // namespace

Result<Draft> draft_overview(postgres::BoardTx& tx, const AuditId& wave,
                             const std::vector<Lifted>& conclusions,
                             const std::vector<Lifted>& recommendations, Instant now) {
  OverviewFacts facts;
  facts.board = tx.actor().party_name;
  facts.today = day_in_england(now);
  auto found = returns::read_wave(tx, wave, facts.today);
  if (!found) return found.problem();
  facts.wave = std::move(*found);
  facts.form = frameworks::load_template(tx, facts.wave.form);
  add_rows(tx, wave, facts);
  Ids ids;
  for (const auto& [id, one] : facts.signed_returns)
    ids.insert(id);
  auto needs = reviews::training_needs(tx, wave);
  if (!needs) return needs.problem();
  facts.needs = std::move(*needs);
  facts.second_look = evaluation::read_settings(tx).second_look;
  add_differences(tx, ids, facts);
  add_closer_looks(tx, wave, ids, facts);
  add_plan(tx, ids, facts);
  auto figures = read_figures(tx, wave, now, Grades::released);
  if (!figures) return figures.problem();
  facts.figures = std::move(*figures);
  facts.conclusions = conclusions;
  facts.recommendations = recommendations;
  return overview_of(std::move(facts));
}

}  // namespace onereturn::reporting
