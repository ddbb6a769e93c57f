#include "domain/reporting/evaluation_report.hpp"

#include <algorithm>

#include "domain/actions/board_action_store.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/reporting/evaluation_facts.hpp"
#include "domain/reporting/period_facts.hpp"
#include "domain/reporting/sql.hpp"
#include "domain/reviews/training_needs.hpp"

namespace onereturn::reporting {

namespace {

constexpr int most_actions = 10'000;

void add_scale(const frameworks::Template& form, EvaluationFacts& facts) {
  for (const auto& code : evaluation::points_in_order(form)) {
    const auto* point = frameworks::find_point(form, code);
    if (point == nullptr) continue;
    facts.points.push_back(point->label);
    if (reviews::is_below_minimum(*point)) facts.below.insert(point->label);
  }
}

void add_return(const fan_out::DeliveredCopy& copy, EvaluationFacts& facts) {
  facts.received_at = copy.receipt.received_at;
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    facts.authorised_by = by.name + (by.position.empty() ? "" : ", " + by.position);
  }
}

// Of this return, and only what its organisation has.
void add_actions(postgres::BoardTx& tx, const ReturnId& id, const std::optional<AgencyId>& agency,
                 EvaluationFacts& facts) {
  actions::ActionFilter filter;
  filter.shows = {"all"};
  filter.count = most_actions;
  if (agency) filter.organisations = {agency->text()};
  std::vector<frameworks::VersionRef> refs;
  for (auto& action : actions::read_actions(tx, filter, facts.today).list) {
    if (action.from_return != id || action.withheld) continue;
    if (action.form && std::find(refs.begin(), refs.end(), *action.form) == refs.end()) {
      refs.push_back(*action.form);
    }
    facts.actions.push_back(std::move(action));
  }
  facts.forms = actions::load_forms(tx, refs);
  auto since = facts.today;
  for (const auto& action : facts.actions)
    since = std::min(since, day_in_england(action.made_at));
  if (!facts.actions.empty()) facts.events = load_action_events(tx, since);
}

}  // namespace

Result<Draft> draft_evaluation_report(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  const auto bench = evaluation::read_evaluation(tx, id, now);
  if (!bench) return bench.problem();
  const auto newest = std::max_element(
      bench->releases.begin(), bench->releases.end(), [](const auto& a, const auto& b) {
        return std::pair(a.version_no, a.number) < std::pair(b.version_no, b.number);
      });
  const auto body = newest == bench->releases.end()
                        ? std::nullopt
                        : evaluation::release_body(tx, id, newest->version_no, newest->number);
  if (!body) {
    return Problem{
        ProblemCode::conflict, "not-released",
        "A report is made of what the board has released. Release the evaluation first."};
  }
  EvaluationFacts facts;
  facts.released = evaluation::read_release(*body);
  facts.released_on = day_in_england(newest->at);
  facts.today = day_in_england(now);
  // A newer version may be in the making: the report is about the one that was released.
  const bool same = bench->copy.receipt.version_no == newest->version_no;
  const auto older = same ? Result<fan_out::DeliveredCopy>(bench->copy)
                          : fan_out::read_received_version(tx, id, newest->version_no);
  if (!older) return older.problem();
  add_return(*older, facts);
  add_scale(*older->form, facts);
  for (const auto& subject : evaluation::subjects_of(*older->form))
    facts.item_of[subject.key] = subject.item.empty() ? subject.section : subject.item;
  add_actions(tx, id, bench->facts.agency, facts);
  facts.closed_on = tx.run(sql::closed_of_return, id).one().date_if("to_on");
  return evaluation_report_of(facts);
}

}  // namespace onereturn::reporting
